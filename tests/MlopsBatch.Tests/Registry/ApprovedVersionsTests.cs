using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Registry;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Registry;

/// <summary>Versions are looked up before anything is declared.</summary>
public class ApprovedVersionsTests
{
    [Fact]
    public async Task Every_group_that_cannot_be_asked_is_in_the_one_fault()
    {
        var context = TestStacks.Context(change: settings => TestStacks.AddModel(settings, "wine", "wine@example.com"));

        var fault = await Should.ThrowAsync<FaultException>(() => ApprovedVersions.FindAsync(context, new Refusing()));

        fault.Message.ShouldBe(
            """
            MlopsBatch can't go on:
              MB0023 group abalone: refused
              MB0023 group wine: refused
            './mlops explain CODE' says more about each.
            """
        );
    }

    [Fact]
    public async Task A_stack_that_does_not_deploy_asks_nobody() =>
        await ApprovedVersions.FindAsync(TestStacks.Context("Pulumi.dev.yaml"), new Refusing());

    private sealed class Refusing : IApprovedModels
    {
        public Task<ApprovedModel?> FindAsync(string group, string? pinned) =>
            throw new FaultException(new Fault(FaultCatalogue.RegistryLookUp, $"group {group}: refused"));
    }
}
