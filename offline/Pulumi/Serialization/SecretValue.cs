namespace Pulumi.Serialization;

/// <summary>A secret, at the level of a wire value where it occurs.</summary>
internal sealed record SecretValue(object? Value);
