namespace MlopsBatch.Lambda.Common.Registry;

/// <summary>A version in the model registry, as the registry knows it now.</summary>
public sealed record ModelVersion(
    string Arn,
    int Version,
    string? ApprovalDescription,
    IReadOnlyDictionary<string, string> Metadata,
    string? ModelDataUrl = null
);
