using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof;

/// <summary>What is declared besides policies: where events go and what becomes of them, what functions are told, what is kept.</summary>
internal static class Shapes
{
    public static IReadOnlyList<Shape> Of(Place place, DeclaredGraph graph)
    {
        var (data, platform) = (Place.KeyOf(graph, "data"), Place.KeyOf(graph, "platform"));
        return
        [
            .. StorageShapes.Of(place, data),
            .. MessagingShapes.Of(place, platform),
            .. FunctionShapes.Of(place, platform),
            .. EventShapes.Of(place, platform),
            .. AlarmShapes.Of(place),
            .. Keys(place, graph),
            .. PipelineShapes.Of(place, data),
            .. Identities(place, graph),
        ];
    }

    private static IEnumerable<Shape> Keys(Place place, DeclaredGraph graph) =>
        new[] { "data", "platform" }.SelectMany(name =>
            new[]
            {
                new Shape(ResourceTypes.Key, name, ("deletionWindowInDays", "30"), ("enableKeyRotation", "true")) { IsProtected = true },
                new Shape(
                    ResourceTypes.KeyAlias,
                    name,
                    ("name", $"alias/{place.Full(name)}"),
                    ("targetKeyId", Place.KeyOf(graph, name).Split('/')[^1])
                ),
            }
        );

    /// <summary>Roles are taken for an hour at most, and each has the one policy that its grants make.</summary>
    private static IEnumerable<Shape> Identities(Place place, DeclaredGraph graph)
    {
        foreach (var actor in Needs.Proof(place, graph).Actors)
        {
            if (actor.Kind == ActorKind.Role)
            {
                var name = ("name", place.Full(actor.Name));
                yield return new(ResourceTypes.Role, actor.Name, name, ("path", "/"), ("maxSessionDuration", "3600"));
                yield return new(ResourceTypes.RolePolicy, actor.Name, ("name", "granted"), ("role", place.Full(actor.Name)));
            }
            else if (actor.Kind == ActorKind.Person)
            {
                yield return new(ResourceTypes.Policy, actor.Name, ("name", place.Full(actor.Name)), ("path", "/"));
            }
        }

        yield return new(ResourceTypes.Policy, "no-approvals", ("name", place.Full("no-approvals")), ("path", "/"));
        yield return new(ResourceTypes.LogResourcePolicy, "audit", ("policyName", place.Full("audit")));
    }
}
