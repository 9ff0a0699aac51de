namespace Pulumi.Testing;

/// <summary>
/// Finds resources that wait for each other. A resource that depends on a component waits for all the component's
/// children, also for those that are constructed later; if one of these depends on the resource in turn, a deployment
/// with the engine hangs without a word, so a test says it.
/// </summary>
internal static class DependencyCycle
{
    /// <returns>The resources of one cycle, each waiting for the next; none if there is no cycle.</returns>
    public static IReadOnlyList<Resource> Find(IEnumerable<Resource> resources)
    {
        var waitsFor = resources.ToDictionary(resource => resource, WaitsFor);
        var waiting = waitsFor.ToDictionary(pair => pair.Key, pair => pair.Value.Count);
        var waitedForBy = waitsFor
            .SelectMany(pair => pair.Value, (pair, dependency) => (pair.Key, dependency))
            .ToLookup(edge => edge.dependency, edge => edge.Key);
        var free = new Queue<Resource>(waiting.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (free.TryDequeue(out var resource))
        {
            waiting.Remove(resource);
            foreach (var dependent in waitedForBy[resource])
            {
                if (--waiting[dependent] == 0)
                {
                    free.Enqueue(dependent);
                }
            }
        }

        return waiting.Count == 0 ? [] : Walk(waiting.Keys.First(), resource => waitsFor[resource].First(waiting.ContainsKey));
    }

    /// <summary>All that must be registered before the resource: its parent, and what it depends on with the children that components
    /// stand for.</summary>
    private static List<Resource> WaitsFor(Resource resource) =>
        resource
            .Dependencies.SelectMany(dependency => dependency.DependencyClosure().Prepend(dependency))
            .Concat(resource.Parent is { } parent ? [parent] : [])
            .Where(other => other != resource)
            .Distinct()
            .ToList();

    private static List<Resource> Walk(Resource start, Func<Resource, Resource> next)
    {
        var path = new List<Resource>();
        while (!path.Contains(start))
        {
            path.Add(start);
            start = next(start);
        }

        return path[path.IndexOf(start)..];
    }
}
