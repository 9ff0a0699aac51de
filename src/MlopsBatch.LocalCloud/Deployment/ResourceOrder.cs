namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>Puts resources after all that they refer to or depend on, otherwise in the order in which they are declared.</summary>
internal static class ResourceOrder
{
    /// <exception cref="CloudException">ValidationException: a URN twice, a reference to nothing, or a circle.</exception>
    public static IReadOnlyList<DeclaredResource> Sort(IReadOnlyList<DeclaredResource> resources)
    {
        var faults = resources
            .GroupBy(resource => resource.Urn)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key} is declared {same.Count()} times; a URN names one resource")
            .ToList();
        var byUrn = resources.DistinctBy(resource => resource.Urn).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        faults.AddRange(
            from resource in resources
            from urn in Needs(resource)
            where !byUrn.ContainsKey(urn)
            select $"{resource.Urn} refers to {urn}, which is not declared"
        );
        if (faults.Count > 0)
        {
            throw new CloudException("ValidationException", "The resources can't be deployed", faults);
        }
        var sorted = new List<DeclaredResource>();
        var state = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            Visit(resource, [], byUrn, state, sorted);
        }
        return sorted;
    }

    private static IEnumerable<string> Needs(DeclaredResource resource) =>
        Reference.In(resource.Inputs).Select(reference => reference.Urn).Concat(resource.DependsOn).Distinct(StringComparer.Ordinal);

    private static void Visit(
        DeclaredResource resource,
        IReadOnlyList<string> path,
        Dictionary<string, DeclaredResource> byUrn,
        Dictionary<string, bool> state,
        List<DeclaredResource> sorted
    )
    {
        if (state.TryGetValue(resource.Urn, out var isDone))
        {
            if (!isDone)
            {
                var circle = path.SkipWhile(urn => urn != resource.Urn).Append(resource.Urn);
                throw new CloudException("ValidationException", $"Resources wait for each other in a circle: {string.Join(" → ", circle)}");
            }
            return;
        }
        state[resource.Urn] = false;
        foreach (var urn in Needs(resource))
        {
            Visit(byUrn[urn], [.. path, resource.Urn], byUrn, state, sorted);
        }
        state[resource.Urn] = true;
        sorted.Add(resource);
    }
}
