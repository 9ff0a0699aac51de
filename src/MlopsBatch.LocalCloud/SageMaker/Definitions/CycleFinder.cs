namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>Finds steps that wait for each other.</summary>
internal static class CycleFinder
{
    public static void Report(IReadOnlyList<StepDefinition> steps, List<string> faults)
    {
        var byName = steps
            .GroupBy(step => step.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            Visit(step.Name, []);
        }

        void Visit(string name, List<string> trail)
        {
            var seen = trail.IndexOf(name);
            if (seen >= 0)
            {
                faults.Add($"steps wait for each other: {string.Join(" → ", trail.Skip(seen).Append(name))}");
                return;
            }
            if (!byName.TryGetValue(name, out var step) || done.Contains(name))
            {
                return;
            }
            trail.Add(name);
            foreach (var needed in WaitsFor(step))
            {
                Visit(needed, trail);
            }
            trail.RemoveAt(trail.Count - 1);
            done.Add(name);
        }
    }

    private static IEnumerable<string> WaitsFor(StepDefinition step) =>
        step.Parent is null ? step.Dependencies : step.Dependencies.Append(step.Parent);
}
