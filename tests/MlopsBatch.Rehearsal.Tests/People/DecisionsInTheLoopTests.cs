using MlopsBatch.Rehearsal.People;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Tests.People;

/// <summary>A person in place of the scenario: whatever they decide is played and judged.</summary>
[Collection(nameof(RecordedSteps))]
public sealed class DecisionsInTheLoopTests(RecordedSteps steps) : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_rejection_before_the_approval_changes_nothing_and_the_loop_goes_on()
    {
        var report = await RunAsync("reject\nNot yet.\napprove\nNow.\n");
        report.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        report.Checks.ShouldContain(check => check.What == "rejecting a version that was never approved changes nothing");
        report.ModelPackages.ShouldHaveSingleItem().Status.ShouldBe("Approved");
    }

    [Fact]
    public async Task What_needs_a_decision_that_was_skipped_is_left_out_and_fails()
    {
        var report = await RunAsync("skip\n");
        report.Outcome.ShouldBe("failed");
        var failed = report.Checks.Where(check => !check.Passed).Select(check => check.Evidence);
        failed.ShouldContain("left out: chapter \"approval\" didn't get there");
    }

    public void Dispose() => _folder.Dispose();

    private Task<RehearsalReport> RunAsync(string typed)
    {
        var options = TestOptions.In(_folder) with
        {
            Only = "scoring",
            Records = steps.Folder,
            DataScientist = new AskedDataScientist(new StringReader(typed), TextWriter.Null),
        };
        var progress = new PlainProgress(TextWriter.Null, TimeProvider.System);
        return new RehearsalRun(options, progress, TimeProvider.System).RunAsync(CancellationToken.None);
    }
}
