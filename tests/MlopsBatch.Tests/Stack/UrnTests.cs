using MlopsBatch.Inspection;
using Snapshooter.Xunit;

namespace MlopsBatch.Tests.Stack;

/// <summary>Names and URNs are a contract: changing one replaces a resource, so the snapshots change on purpose only.</summary>
public class UrnTests
{
    [Fact]
    public async Task Urns_of_dev() => Match(await TestStacks.EvaluateAsync("dev"));

    [Fact]
    public async Task Urns_of_staging() => Match(await TestStacks.EvaluateAsync("staging"));

    [Fact]
    public async Task Urns_of_prod() => Match(await TestStacks.EvaluateAsync("prod"));

    [Fact]
    public async Task Urns_of_a_single_account() => Match(await TestStacks.EvaluateAsync());

    /// <summary>Scripts have their content's hash in their names, which is no contract.</summary>
    private static void Match(EvaluatedStack stack, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Snapshot.Match(
            string.Join(
                '\n',
                stack.Resources.Where(resource => resource.Text("key")?.Contains("/scripts/") != true).Select(resource => resource.Urn)
            ) + "\n",
            $"{nameof(UrnTests)}.{name}"
        );
}
