namespace Pulumi.Engine;

/// <summary>The URNs that a resource had before, for an engine that doesn't know <see cref="AliasSpec"/>s.</summary>
internal static class FormerUrns
{
    /// <summary>The resource's own ones, and those that it has because its parent had another: under each of these, too.</summary>
    public static IEnumerable<string> Of(ResourceRegistration registration, DeploymentSettings settings)
    {
        var own = registration.Aliases.Select(alias => Of(alias, registration.Type, registration.Name, registration.Parent, settings)).ToList();
        var current = $"{registration.Type}::{registration.Name}";
        return own.Concat(
                from formerParent in registration.ParentAliases
                from identity in own.Select(LastTypeAndName).Prepend(current)
                select Below(formerParent, NameOf(registration.Parent), identity)
            )
            .Distinct();
    }

    /// <summary>What the alias says; the parts that it leaves out are as they are now.</summary>
    public static string Of(AliasSpec alias, string type, string name, string parentNow, DeploymentSettings settings)
    {
        if (alias.Urn.Length > 0)
        {
            return alias.Urn;
        }

        var parent =
            alias.NoParent ? ""
            : alias.ParentUrn.Length > 0 ? alias.ParentUrn
            : parentNow;
        var prefix =
            parent.Length == 0 || parent.Split("::")[2] == Stack.RootType
                ? $"urn:pulumi:{Or(alias.Stack, settings.StackName)}::{Or(alias.Project, settings.ProjectName)}::"
                : $"{WithoutName(parent)}$";
        return $"{prefix}{Or(alias.Type, type)}::{Or(alias.Name, name)}";
    }

    /// <summary>A name that begins with the parent's is taken to be made from it, and was made from the former one then.</summary>
    private static string Below(string formerParent, string parentName, string typeAndName)
    {
        var (type, name) = (typeAndName[..typeAndName.IndexOf("::", StringComparison.Ordinal)], NameOf(typeAndName));
        if (name.StartsWith(parentName, StringComparison.Ordinal))
        {
            name = NameOf(formerParent) + name[parentName.Length..];
        }

        return $"{WithoutName(formerParent)}${type}::{name}";
    }

    private static string LastTypeAndName(string urn) => $"{urn.Split("::")[2].Split('$')[^1]}::{urn.Split("::")[3]}";

    private static string NameOf(string urn) => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];

    private static string WithoutName(string urn) => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)];

    private static string Or(string part, string now) => part.Length > 0 ? part : now;
}
