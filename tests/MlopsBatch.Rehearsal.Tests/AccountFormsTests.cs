using MlopsBatch.Rehearsal.Accounts;

namespace MlopsBatch.Rehearsal.Tests;

/// <summary>A whole rehearsal in four accounts; one account is played by <see cref="RehearsalRunTests"/>, three by .ci/run.</summary>
[Collection(nameof(RecordedSteps))]
public sealed class AccountFormsTests(RecordedSteps steps) : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_loop_closes_across_accounts()
    {
        var options = TestOptions.In(_folder) with { Accounts = AccountForm.SharedRegistry, Records = steps.Folder };
        var report = await TestRehearsal.PlayAsync(options);
        report.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        report.Loop.Keys.ShouldBe(Enumerable.Range(1, 10).Select(number => $"L{number}"), ignoreOrder: true);
        report
            .Executions.Where(execution => execution.Pipeline == "batch-inference")
            .Select(execution => execution.Account!)
            .Distinct()
            .ShouldBe(["staging", "prod"], ignoreOrder: true);
        // Staging's violation starts nothing, production's starts the one tuning.
        report.Executions.Count(execution => execution.Pipeline == "training-with-hpo").ShouldBe(1);
    }

    public void Dispose() => _folder.Dispose();
}
