using System.Text.Json.Nodes;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Retraining;
using MlopsBatch.Lambda.Notifications.Routing;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>A violation starts a tuning, unless one has begun within the model's cooldown; that it started none is told.</summary>
public sealed class TuningGuardTests : ITunings
{
    private const string Arn = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/abalone-training-with-hpo/execution/";

    private readonly Rig _rig = new();
    private readonly List<(string Pipeline, string Name, string Token)> _started = [];
    private readonly List<TuningDetail> _skipped = [];
    private StartedTuning? _latest;

    private string Tuning => Rig.Scene.Settings.Models[0].TrainingWithHpoPipeline!;

    [Fact]
    public async Task The_first_violation_starts_a_tuning()
    {
        (await DecideAsync("first")).ShouldBeOfType<Decision.Ignore>().Reason.ShouldContain("was started");
        var (pipeline, name, token) = _started.ShouldHaveSingleItem();
        pipeline.ShouldBe(Tuning);
        name.ShouldBe("violation-first");
        token.ShouldMatch("^[A-Za-z0-9-]{32,128}$");
        _skipped.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.01, false)]
    [InlineData(1, false)]
    [InlineData(6.99, false)]
    [InlineData(7.01, true)]
    public async Task Violations_of_the_next_nights_start_none_until_the_cooldown_is_over(double days, bool starts)
    {
        await DecideAsync("first");
        _rig.Time.Advance(TimeSpan.FromDays(days));
        await DecideAsync("second");
        _started.Count.ShouldBe(starts ? 2 : 1);
        _skipped.Count.ShouldBe(starts ? 0 : 1);
        _started.Select(one => one.Token).ShouldBeUnique();
    }

    [Fact]
    public async Task What_was_skipped_is_told_with_the_tuning_that_it_waits_for()
    {
        await DecideAsync("first");
        var began = _rig.Time.GetUtcNow();
        _rig.Time.Advance(TimeSpan.FromDays(1));
        (await DecideAsync("second")).ShouldBeOfType<Decision.Ignore>().Reason.ShouldContain("no tuning is started before");
        var told = _skipped.ShouldHaveSingleItem();
        told.Model.ShouldBe(Rig.Scene.Settings.Models[0].Name);
        told.Pipeline.ShouldBe(Tuning);
        told.ViolatedBy.ShouldBe($"{Arn}violated");
        told.LatestTuning.ShouldBe($"{Arn}first");
        told.CauseEventId.ShouldBe("second");
        told.CooldownDays.ShouldBe(7);
        DateTimeOffset.Parse(told.LatestTuningStarted!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(began);
        DateTimeOffset.Parse(told.CooldownEnds!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(began.AddDays(7));
    }

    [Fact]
    public async Task An_event_that_is_delivered_twice_neither_starts_a_second_nor_tells_that_it_did_not()
    {
        await DecideAsync("first");
        (await DecideAsync("first")).ShouldBeOfType<Decision.Ignore>().Reason.ShouldContain("before");
        _started.ShouldHaveSingleItem();
        _skipped.ShouldBeEmpty();
    }

    /// <summary>Both look before either has started: SageMaker starts one execution for one token.</summary>
    [Fact]
    public async Task Two_violations_at_the_same_moment_start_with_the_same_token()
    {
        await DecideAsync("first");
        _latest = null;
        await DecideAsync("second");
        _started.Select(one => one.Token).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("abalone-training")]
    [InlineData("another-training-with-hpo")]
    [InlineData(null)]
    public async Task Only_a_pipeline_that_tunes_is_started(string? pipeline)
    {
        var decision = (await DecideAsync("first", pipeline)).ShouldBeOfType<Decision.Send>();
        decision.Mail.Kind.ShouldBe(Events.Functions.MailKinds.Unknown);
        _started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_guard_nothing_is_started()
    {
        var decisions = await new EventRouter(null!).RouteAsync(
            RawEvent.Parse(System.Text.Encoding.UTF8.GetBytes(Request("first", Tuning).ToJsonString())),
            CancellationToken.None
        );
        decisions.ShouldHaveSingleItem().ShouldBeOfType<Decision.Ignore>();
        _started.ShouldBeEmpty();
    }

    Task<StartedTuning?> ITunings.LatestAsync(string pipeline, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(pipeline == Tuning && _latest?.Started >= since ? _latest : null);

    Task<string> ITunings.StartAsync(string pipeline, string name, string token, CancellationToken cancellationToken)
    {
        _started.Add((pipeline, name, token));
        _latest = new($"{Arn}{name["violation-".Length..]}", name, _rig.Time.GetUtcNow(), "Failed");
        return Task.FromResult(_latest.Arn);
    }

    Task ITunings.TellSkippedAsync(TuningDetail detail, CancellationToken cancellationToken)
    {
        _skipped.Add(detail);
        return Task.CompletedTask;
    }

    private Task<Decision> DecideAsync(string id) => DecideAsync(id, Tuning);

    private async Task<Decision> DecideAsync(string id, string? pipeline)
    {
        var guard = new TuningGuard(Rig.Scene.Settings, this, _rig.Time);
        var raw = RawEvent.Parse(System.Text.Encoding.UTF8.GetBytes(Request(id, pipeline).ToJsonString()));
        return (await new EventRouter(null!, guard).RouteAsync(raw, CancellationToken.None)).ShouldHaveSingleItem();
    }

    private static JsonObject Request(string id, string? pipeline)
    {
        var e = EventTemplates.Tuning(
            Rig.Scene,
            DetailTypes.TuningRequested,
            new() { Pipeline = pipeline, ViolatedBy = $"{Arn}violated" }
        );
        e["id"] = id;
        return e;
    }
}
