using MlopsBatch.Inspection;

namespace MlopsBatch.Tests.Proof;

/// <summary>Holds what a stack declares against the shapes that it has to have; a resource without a shape is a fault, too.</summary>
internal static class StructureProof
{
    public static IEnumerable<string> Faults(DeclaredGraph graph, IReadOnlyList<Shape> shapes)
    {
        var declared = graph.Resources.ToLookup(resource => (resource.Type, resource.Name));
        foreach (var shape in shapes)
        {
            if (declared[(shape.Type, shape.Name)].FirstOrDefault() is not { } resource)
            {
                yield return $"{shape.Type} {shape.Name} is missing";
                continue;
            }

            foreach (var fault in Faults(graph, resource, shape))
            {
                yield return $"{resource.Title}: {fault}";
            }
        }

        var types = shapes.Select(shape => shape.Type).ToHashSet();
        var known = shapes.Select(shape => (shape.Type, shape.Name)).ToHashSet();
        foreach (var resource in graph.Resources.Where(one => types.Contains(one.Type) && !known.Contains((one.Type, one.Name))))
        {
            yield return $"{resource.Title} has no shape";
        }
    }

    private static IEnumerable<string> Faults(DeclaredGraph graph, RecordedResource resource, Shape shape)
    {
        var leaves = Leaves.Of(resource);
        foreach (var (path, value) in shape.Inputs)
        {
            if (!leaves.Remove(path, out var got))
            {
                yield return $"{path} is missing, needs {value}";
            }
            else if (got != value)
            {
                yield return $"{path} is {got}, needs {value}";
            }
        }

        foreach (var (path, value) in leaves)
        {
            yield return $"{path} is {value}, which nobody asked for";
        }

        if (resource.Protect != shape.IsProtected)
        {
            yield return $"is {(resource.Protect ? "" : "not ")}protected";
        }

        foreach (var (type, name) in shape.After)
        {
            var urns = graph.Resources.Where(one => one.Type == type && one.Name == name).Select(one => one.Urn);
            if (!urns.Any(resource.DependsOn.Contains))
            {
                yield return $"doesn't wait for {type} {name}";
            }
        }
    }
}
