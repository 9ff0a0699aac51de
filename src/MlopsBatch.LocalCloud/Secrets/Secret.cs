namespace MlopsBatch.LocalCloud.Secrets;

/// <summary>A secret.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="KmsKey">The key that encrypts it; null for Secrets Manager's own.</param>
/// <param name="Value">Null until one is put.</param>
/// <param name="VersionId">The current version's id, or null.</param>
public sealed record Secret(string Name, string Arn, string? KmsKey, string? Value, string? VersionId);
