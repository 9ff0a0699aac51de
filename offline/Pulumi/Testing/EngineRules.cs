namespace Pulumi.Testing;

/// <summary>What the mocks accept and Pulumi's engine does not; a test that passes must not fail on deployment.</summary>
internal static class EngineRules
{
    /// <exception cref="RunException">Two resources have one name, or resources wait for each other.</exception>
    public static void Check(IReadOnlyCollection<Resource> resources, DeploymentSettings settings)
    {
        var duplicates = resources.GroupBy(UrnTail).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        if (duplicates.Count > 0)
        {
            throw new RunException(
                string.Join(
                    "\n",
                    duplicates.Select(tail =>
                        $"Duplicate resource URN 'urn:pulumi:{settings.StackName}::{settings.ProjectName}::{tail}'; try "
                            + "giving it a unique name"
                    )
                )
            );
        }

        if (DependencyCycle.Find(resources) is { Count: > 0 } cycle)
        {
            throw new RunException(
                "These resources wait for each other, so that a deployment would never end: "
                    + string.Join(
                        ", ",
                        cycle.Select(
                            (resource, index) =>
                                $"'{resource.GetResourceName()}' ({resource.GetResourceType()}) waits for "
                                    + $"'{cycle[(index + 1) % cycle.Count].GetResourceName()}'"
                        )
                    )
                    + ". A resource that depends on a component waits for all of its children."
            );
        }
    }

    /// <summary>The part of the engine's URN that tells resources of a stack apart: the types of all parents but the stack, and the
    /// name.</summary>
    private static string UrnTail(Resource resource)
    {
        var type = resource.GetResourceType();
        for (var parent = resource.Parent; parent is not null and not Stack; parent = parent.Parent)
        {
            type = $"{parent.GetResourceType()}${type}";
        }

        return $"{type}::{resource.GetResourceName()}";
    }
}
