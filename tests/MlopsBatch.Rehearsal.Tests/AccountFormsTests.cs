using MlopsBatch.Rehearsal.Accounts;

namespace MlopsBatch.Rehearsal.Tests;

/// <summary>Whole rehearsals in several accounts, by the real scripts' results.</summary>
[Collection(nameof(RecordedSteps))]
public sealed class AccountFormsTests(RecordedSteps steps) : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData(AccountForm.Split, "staging", "prod")]
    [InlineData(AccountForm.SharedRegistry, "staging", "prod")]
    public async Task The_loop_closes_across_accounts(AccountForm form, params string[] scoring)
    {
        var report = await TestRehearsal.PlayAsync(TestOptions.In(_folder) with { Accounts = form, Records = steps.Folder });
        report.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        report.Loop.Keys.ShouldBe(Enumerable.Range(1, 10).Select(number => $"L{number}"), ignoreOrder: true);
        report
            .Executions.Where(execution => execution.Pipeline == "batch-inference")
            .Select(execution => execution.Account!)
            .Distinct()
            .ShouldBe(scoring, ignoreOrder: true);
        // Staging's violation starts nothing, production's starts the one tuning.
        report.Executions.Count(execution => execution.Pipeline == "training-with-hpo").ShouldBe(1);
    }

    public void Dispose() => _folder.Dispose();
}
