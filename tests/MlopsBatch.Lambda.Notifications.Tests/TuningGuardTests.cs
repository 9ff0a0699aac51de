using System.Text.Json.Nodes;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Retraining;
using MlopsBatch.Lambda.Notifications.Routing;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>A violation starts a tuning, unless one has begun within the model's cooldown; that it started none is told.</summary>
public sealed class TuningGuardTests : ITunings
{
    private const string Arn = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/abalone-training-with-hpo/execution/";

    private readonly Rig _rig = new();
    private readonly List<(string Pipeline, string Name, string Token)> _started = [];
    private readonly List<(string DetailType, TuningDetail Detail)> _told = [];
    private StartedTuning? _latest;

    private string Tuning => Rig.Scene.Settings.Models[0].TrainingWithHpoPipeline!;

    [Fact]
    public async Task The_first_violation_starts_a_tuning()
    {
        (await DecideAsync("first")).ShouldBeOfType<Decision.Act>().ShouldBe(
            new("started", $"Started {Arn}first, because of {Arn}violated", Rig.Scene.Settings.Models[0].Name)
        );
        var (pipeline, name, token) = _started.ShouldHaveSingleItem();
        pipeline.ShouldBe(Tuning);
        name.ShouldBe("violation-first");
        token.ShouldMatch("^[A-Za-z0-9-]{32,128}$");
        var told = Told(DetailTypes.TuningStarted).ShouldHaveSingleItem();
        told.LatestTuning.ShouldBe($"{Arn}first");
        told.ViolatedBy.ShouldBe($"{Arn}violated");
        told.CauseEventId.ShouldBe("first");
        told.CooldownEnds.ShouldBe(_rig.Time.GetUtcNow().AddDays(7).ToString("o"));
        Told(DetailTypes.TuningSkipped).ShouldBeEmpty();
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
        Told(DetailTypes.TuningSkipped).Count.ShouldBe(starts ? 0 : 1);
        _started.Select(one => one.Token).ShouldBeUnique();
    }

    [Fact]
    public async Task What_was_skipped_is_told_with_the_tuning_that_it_waits_for()
    {
        await DecideAsync("first");
        var began = _rig.Time.GetUtcNow();
        _rig.Time.Advance(TimeSpan.FromDays(1));
        var decision = (await DecideAsync("second")).ShouldBeOfType<Decision.Act>();
        decision.Outcome.ShouldBe("skipped");
        decision.What.ShouldContain($"{Arn}first has begun already");
        var told = Told(DetailTypes.TuningSkipped).ShouldHaveSingleItem();
        told.Model.ShouldBe(Rig.Scene.Settings.Models[0].Name);
        told.Pipeline.ShouldBe(Tuning);
        told.ViolatedBy.ShouldBe($"{Arn}violated");
        told.LatestTuning.ShouldBe($"{Arn}first");
        told.CauseEventId.ShouldBe("second");
        told.CooldownDays.ShouldBe(7);
        DateTimeOffset.Parse(told.LatestTuningStarted!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(began);
        DateTimeOffset.Parse(told.CooldownEnds!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(began.AddDays(7));
    }

    /// <summary>The first delivery may have started it and failed to tell; whoever reads the audit log knows the cause by its id.</summary>
    [Fact]
    public async Task An_event_that_is_delivered_twice_starts_no_second_and_tells_again_that_it_started_one()
    {
        await DecideAsync("first");
        (await DecideAsync("first")).ShouldBeOfType<Decision.Act>().Outcome.ShouldBe("started");
        _started.ShouldHaveSingleItem();
        Told(DetailTypes.TuningSkipped).ShouldBeEmpty();
        Told(DetailTypes.TuningStarted).Select(one => (one.LatestTuning, one.CauseEventId)).Distinct().ShouldHaveSingleItem();
    }

    /// <summary>What made it fail would fail it every night, at the same cost: a person mends it and starts it by hand.</summary>
    [Theory]
    [InlineData("Failed")]
    [InlineData("Stopped")]
    [InlineData("Executing")]
    [InlineData("Succeeded")]
    public async Task A_tuning_counts_however_it_ended(string status)
    {
        await DecideAsync("first");
        _latest = _latest! with { Status = status };
        _rig.Time.Advance(TimeSpan.FromDays(1));
        await DecideAsync("second");
        _started.ShouldHaveSingleItem();
        Told(DetailTypes.TuningSkipped).ShouldHaveSingleItem().LatestTuningStatus.ShouldBe(status);
    }

    /// <summary>A dead letter of the rule holds the violation, not what the rule makes of it.</summary>
    [Fact]
    public async Task What_the_mail_of_an_undelivered_violation_says_to_paste_starts_the_tuning()
    {
        var letters = Wiring.Single.Undelivered(
            "abalone-retraining",
            EventTemplates.Step(
                Rig.Scene,
                PipelineKind.BatchInference,
                StepNames.ModelQualityViolation,
                ExecutionStatuses.Failed,
                "missed"
            ),
            "NO_PERMISSIONS",
            "not authorized"
        );
        var raw = RawEvent.Parse(System.Text.Encoding.UTF8.GetBytes(letters.ToJsonString()));
        var mail = (await new EventRouter(new(Rig.Scene.Settings, null!, null!, null!)).RouteAsync(raw, CancellationToken.None))
            .ShouldHaveSingleItem()
            .ShouldBeOfType<Decision.Send>()
            .Mail;
        mail.Subject.ShouldBe("abalone: no tuning started after a quality violation (NO_PERMISSIONS)");
        var pasted = System.Text.RegularExpressions.Regex.Match(mail.Body, "--payload '(?<json>[^']+)'").Groups["json"].Value;
        var guard = new TuningGuard(Rig.Scene.Settings, this, _rig.Time);
        var decision = await new EventRouter(null!, guard).RouteAsync(
            RawEvent.Parse(System.Text.Encoding.UTF8.GetBytes(pasted)),
            CancellationToken.None
        );
        decision.ShouldHaveSingleItem().ShouldBeOfType<Decision.Act>().Outcome.ShouldBe("started");
        Told(DetailTypes.TuningStarted).ShouldHaveSingleItem().ViolatedBy.ShouldBe(Rig.Scene.ExecutionArn(PipelineKind.BatchInference));
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

    Task ITunings.TellAsync(string detailType, TuningDetail detail, CancellationToken cancellationToken)
    {
        _told.Add((detailType, detail));
        return Task.CompletedTask;
    }

    private List<TuningDetail> Told(string detailType) =>
        [.. _told.Where(one => one.DetailType == detailType).Select(one => one.Detail)];

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
