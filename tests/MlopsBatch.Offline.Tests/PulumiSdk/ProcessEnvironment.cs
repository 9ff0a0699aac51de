namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>Tests that set the process's environment: one after the other, and the variables are put back.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment : ICollectionFixture<ProcessEnvironment>
{
    /// <summary>Runs with the variables set (null: not set) and restores what was there.</summary>
    public async Task WithAsync(IReadOnlyDictionary<string, string?> variables, Func<Task> action)
    {
        var before = variables.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        try
        {
            foreach (var (name, value) in variables)
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            await action();
        }
        finally
        {
            foreach (var (name, value) in before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }
}
