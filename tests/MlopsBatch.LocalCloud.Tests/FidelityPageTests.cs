using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.TestSupport;

namespace MlopsBatch.LocalCloud.Tests;

/// <summary>docs/rehearsal-fidelity.md tells of everything that the local cloud has, and of nothing else.</summary>
public sealed class FidelityPageTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(Repository.Root.FullName, "docs", "rehearsal-fidelity.md")
    );

    /// <summary>How the page calls a service, where it isn't called as its class.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["LocalSageMaker"] = "SageMaker Pipelines",
        ["ModelRegistry"] = "the registry",
        ["DeploymentService"] = "Deployment",
        ["EventBridgeService"] = "EventBridge",
        ["SecretsService"] = "Secrets Manager",
    };

    [Fact]
    public void Every_service_has_a_row()
    {
        var missing = ServiceCatalogue
            .All.Keys.Select(type => type.Name)
            .Select(name => Names.GetValueOrDefault(name) ?? name[..^"Service".Length])
            .Where(name => !Rows().Any(row => row.Contains(name, StringComparison.OrdinalIgnoreCase)) && !Headings().Any(One(name)))
            .ToList();
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_of_resource_is_named_as_handled_or_inert_and_no_other_is()
    {
        var table = Rows().SkipWhile(row => !row.StartsWith("| service | kinds", StringComparison.Ordinal)).Skip(2).ToList();
        var end = table.FindIndex(row => row.StartsWith("| inert |", StringComparison.Ordinal));
        Kinds(table.Take(end)).ShouldBe(ResourceKinds.Handlers.Keys.Select(Short), ignoreOrder: true);
        Kinds([table[end]]).ShouldBe(InertKinds.All.Keys.Select(Short), ignoreOrder: true);
    }

    [Fact]
    public void What_is_not_judged_stands_in_a_table_with_reasons()
    {
        var table = Rows().SkipWhile(row => row != "| not judged | why |").Skip(2).TakeWhile(row => row.Length > 0).ToList();
        table.Count.ShouldBeGreaterThan(3);
        table.ShouldAllBe(row => row.Split('|', StringSplitOptions.RemoveEmptyEntries).Length == 2);
    }

    private static Func<string, bool> One(string name) => heading => heading.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Headings() => Page.Split('\n').Where(line => line.StartsWith('#'));

    /// <summary>The lines of tables, and an empty one where a table ends.</summary>
    private static IEnumerable<string> Rows() => Page.Split('\n').Select(line => line.StartsWith('|') ? line : "");

    private static IEnumerable<string> Kinds(IEnumerable<string> rows) =>
        rows.SelectMany(row => row.Split('`').Where((_, index) => index % 2 == 1)).Where(word => word != "NoSuchEntity");

    private static string Short(string type) => type.Split(':')[^1];
}
