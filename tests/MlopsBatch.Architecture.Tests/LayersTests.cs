using System.Reflection;
using System.Xml.Linq;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Architecture.Tests;

/// <summary>Arrows point down only: Cli → Rehearsal → (stack, Lambdas, LocalCloud) → (Pipelines, Events, Aws).</summary>
public sealed class LayersTests
{
    public static TheoryData<string, string[]> Layers =>
        new()
        {
            { "MlopsBatch.Aws", [] },
            { "MlopsBatch.Pipelines", ["MlopsBatch.Aws"] },
            { "MlopsBatch.Events", ["MlopsBatch.Aws"] },
            { "MlopsBatch.Lambda.Common", ["MlopsBatch.Aws", "MlopsBatch.Pipelines", "MlopsBatch.Events"] },
            {
                "MlopsBatch.Lambda.Notifications",
                ["MlopsBatch.Aws", "MlopsBatch.Lambda.Common", "MlopsBatch.Pipelines", "MlopsBatch.Events"]
            },
            {
                "MlopsBatch.Lambda.ApprovalDeploy",
                ["MlopsBatch.Aws", "MlopsBatch.Lambda.Common", "MlopsBatch.Pipelines", "MlopsBatch.Events"]
            },
            { "MlopsBatch.LocalCloud", ["MlopsBatch.Aws", "MlopsBatch.Pipelines", "MlopsBatch.Events"] },
            { "MlopsBatch", ["MlopsBatch.Aws", "MlopsBatch.Pipelines", "MlopsBatch.Events"] },
            {
                "MlopsBatch.Rehearsal",
                [
                    "MlopsBatch",
                    "MlopsBatch.Aws",
                    "MlopsBatch.Lambda.Common",
                    "MlopsBatch.Lambda.Notifications",
                    "MlopsBatch.Lambda.ApprovalDeploy",
                    "MlopsBatch.LocalCloud",
                    "MlopsBatch.Pipelines",
                    "MlopsBatch.Events",
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_project_references_only_what_lies_below(string project, string[] allowed)
    {
        var file = new[] { "src", "stacks" }
            .Select(folder => Path.Combine(Repository.Root.FullName, folder, project, $"{project}.csproj"))
            .Single(File.Exists);
        var references = XDocument
            .Load(file)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
        references.Except(allowed).ShouldBeEmpty($"{project} may reference only [{string.Join(", ", allowed)}]");
    }

    [Fact]
    public void Every_project_of_the_product_has_its_layer_here()
    {
        var projects = new[] { "src", "stacks" }
            .Select(folder => Path.Combine(Repository.Root.FullName, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetFileNameWithoutExtension(path));
        projects.Except(["MlopsBatch.Cli"]).Order().ShouldBe(Layers.Select(row => (string)row[0]).Order());
    }

    [Fact]
    public void Pipelines_and_events_know_no_AWS_and_no_Pulumi()
    {
        foreach (var assembly in new[] { "MlopsBatch.Aws", "MlopsBatch.Pipelines", "MlopsBatch.Events" }.Select(Assembly.Load))
        {
            assembly
                .GetReferencedAssemblies()
                .Select(name => name.Name)
                .ShouldAllBe(
                    name => !name!.StartsWith("AWSSDK", StringComparison.Ordinal) && !name.StartsWith("Pulumi", StringComparison.Ordinal),
                    assembly.FullName
                );
        }
    }
}
