namespace Pulumi.Serialization;

/// <summary>A resource as a value. <paramref name="Id"/> is empty when unknown and null for a component.</summary>
internal sealed record ResourceReferenceValue(string Urn, string? Id);
