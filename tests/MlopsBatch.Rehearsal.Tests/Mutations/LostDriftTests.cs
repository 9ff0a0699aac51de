using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Rehearsal.Mutations;

namespace MlopsBatch.Rehearsal.Tests.Mutations;

/// <summary>A violated quality ends the execution: a definition that doesn't wait for the drift check before loses its result.</summary>
public sealed class LostDriftTests : IDisposable
{
    private const string Fault = ": ModelQualityCondition no longer waits for DataQualityCheckStep";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_rehearsal_sees_a_definition_that_could_lose_the_drift()
    {
        var planted = 0;
        var options = TestOptions.In(_folder) with { Only = "degradation", Change = Plant, StopsAtFailure = true };

        var report = await TestRehearsal.PlayAsync(options);

        planted.ShouldBeGreaterThan(0);
        report.Outcome.ShouldBe("failed");
        report
            .Checks.Where(check => !check.Passed)
            .Select(check => check.What)
            .ShouldContain("drift is found, however long that takes, and scoring goes on");

        DeclaredResource? Plant(DeclaredResource resource)
        {
            var fault = MutationCatalogue.Of([resource]).FirstOrDefault(one => one.What.EndsWith(Fault, StringComparison.Ordinal));
            planted += fault is null ? 0 : 1;
            return fault is null ? resource : fault.Apply(resource);
        }
    }
}
