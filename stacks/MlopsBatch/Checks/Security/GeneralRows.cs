using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>Rows about everything: tags, and what holds data or history.</summary>
internal static class GeneralRows
{
    private static readonly string[] Needed = ["owner", "environment", "costCenter", "project"];

    private static readonly string[] Taggable =
    [
        ResourceTypes.EventBus,
        ResourceTypes.Rule,
        ResourceTypes.LogGroup,
        ResourceTypes.Alarm,
        ResourceTypes.Policy,
        ResourceTypes.Role,
        ResourceTypes.Key,
        ResourceTypes.Function,
        ResourceTypes.Bucket,
        ResourceTypes.ModelPackageGroup,
        ResourceTypes.Pipeline,
        ResourceTypes.Secret,
        ResourceTypes.Topic,
        ResourceTypes.Queue,
    ];

    private static readonly string[] Stateful =
    [
        ResourceTypes.Key,
        ResourceTypes.Bucket,
        ResourceTypes.ModelPackageGroup,
        ResourceTypes.Secret,
    ];

    public static IEnumerable<SecurityRow> All =>
        [
            Each(
                54,
                "Everything that takes tags says owner, environment, cost centre and project; what belongs to a model names it.",
                resource => Taggable.Contains(resource.Type),
                HasTags
            ),
            Each(
                55,
                "What holds data or history is protected.",
                resource => Stateful.Contains(resource.Type) || resource is { Type: ResourceTypes.LogGroup, Name: "audit" },
                resource => resource.Protect
            ),
        ];

    private static SecurityRow Each(int number, string demand, Func<RecordedResource, bool> about, Func<RecordedResource, bool> holds) =>
        new(
            number,
            "All",
            demand,
            graph =>
                graph.Stack.Resources.Where(about).Select(resource => new CheckEvidence(resource.Title, resource.Urn, holds(resource)))
        );

    private static bool HasTags(RecordedResource resource)
    {
        var tags = resource.Inputs["tags"];
        var ofModel =
            resource.Parent?.Contains(":ModelProject::", StringComparison.Ordinal) == true && resource.Type is not ResourceTypes.Alarm;
        return Needed.All(name => tags?[name] is not null) && (!ofModel || tags?["model"] is not null);
    }
}
