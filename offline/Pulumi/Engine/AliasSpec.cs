namespace Pulumi.Engine;

/// <summary>An <see cref="Alias"/> whose inputs are resolved; an empty part is as it is now.</summary>
internal sealed record AliasSpec(string Urn, string Name, string Type, string Stack, string Project, string ParentUrn, bool NoParent);
