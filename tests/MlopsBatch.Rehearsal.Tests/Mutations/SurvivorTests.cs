using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Rehearsal.Mutations;
using MlopsBatch.Rehearsal.Progress;

namespace MlopsBatch.Rehearsal.Tests.Mutations;

/// <summary>What planted faults a rehearsal needn't see, and that it sees others.</summary>
public sealed class SurvivorTests : IDisposable
{
    /// <summary>Kinds of which each fault has to be seen: triggers, topics, retraining, dead letters.</summary>
    private static readonly string[] Strict =
    [
        "EventTarget left out",
        "Schedule left out",
        "TopicSubscription left out",
        "Pipe left out",
        "dead letters left out",
        "target swapped",
        "topic swapped",
        "environment variable altered",
    ];

    private readonly TestFolder _folder = new();

    [Fact]
    public void Each_has_its_reason_and_none_is_of_a_kind_that_the_loop_stands_on()
    {
        Survivor.All.ShouldAllBe(one => one.Reason.Length > 20 && one.Reason.EndsWith('.'));
        Survivor.All.Select(one => one.Pattern).ShouldBeUnique();
        Survivor.All.Where(one => Strict.Any(kind => one.Pattern.StartsWith($"{kind}: ", StringComparison.Ordinal))).ShouldBeEmpty();
        Survivor.All.ShouldAllBe(one => !one.Pattern.StartsWith('*'));
    }

    [Fact]
    public async Task Each_is_about_faults_that_can_still_be_planted_and_a_fault_is_seen()
    {
        var declared = new Dictionary<string, DeclaredResource>();
        var (plain, _) = await RunAsync(resource => (declared[resource.Urn] = resource, resource).resource);
        plain.ShouldBe(RehearsalRun.Passed);
        var mutations = MutationCatalogue.Of([.. declared.Values]);
        Survivor
            .All.Where(survivor => !mutations.Any(survivor.IsOf))
            .Select(survivor => survivor.Pattern)
            .ShouldBeEmpty("no such fault can be planted any more");

        var target = mutations.Single(one => one.What == "EventTarget rehearsal-training-data-pipeline left out");
        var (outcome, evidence) = await RunAsync(target.Apply);
        outcome.ShouldBe("failed");
        evidence.ShouldContain("the arrival of training data starts the training pipeline by itself");
    }

    [Fact]
    public void A_sample_is_repeatable_has_every_kind_and_each_in_its_share()
    {
        Mutation[] all =
        [
            .. Enumerable.Range(0, 90).Select(index => new Mutation("many", "urn", $"{index}", null)),
            .. Enumerable.Range(0, 9).Select(index => new Mutation("few", "urn", $"{index}", null)),
            new("one", "urn", "0", null),
        ];
        var drawn = MutationSample.Of(all, 20, 1);
        drawn.Count.ShouldBe(20);
        drawn.Count(one => one.Kind == "one").ShouldBe(1);
        drawn.Count(one => one.Kind == "few").ShouldBeInRange(1, 3);
        MutationSample.Of(all, 20, 1).ShouldBe(drawn);
        MutationSample.Of(all, 20, 2).ShouldNotBe(drawn);
        MutationSample.Of(all, null, 1).Count.ShouldBe(100);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(string Outcome, string Evidence)> RunAsync(Func<DeclaredResource, DeclaredResource?> change)
    {
        var options = TestOptions.In(_folder) with { Only = "approval", Change = change, StopsAtFailure = true };
        var progress = new PlainProgress(TextWriter.Null, TimeProvider.System);
        var report = await new RehearsalRun(options, progress, TimeProvider.System).RunAsync(CancellationToken.None);
        return (report.Outcome, string.Join('\n', report.Checks.Where(check => !check.Passed).Select(check => check.What)));
    }
}
