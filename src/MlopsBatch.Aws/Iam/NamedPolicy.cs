namespace MlopsBatch.Aws.Iam;

/// <summary>A policy and where it stands, so that a decision can name it.</summary>
/// <param name="Name">ARN or name of what declares it.</param>
/// <param name="Document">The policy.</param>
public sealed record NamedPolicy(string Name, PolicyDocument Document);
