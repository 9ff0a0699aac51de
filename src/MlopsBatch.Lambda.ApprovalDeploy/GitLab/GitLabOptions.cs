using MlopsBatch.Events.Functions;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>Which GitLab pipeline deploys, and how it is asked to.</summary>
public sealed record GitLabOptions
{
    /// <summary>Address of the instance; <c>https</c>, with a path if GitLab is installed under one.</summary>
    public required Uri Url { get; init; }

    /// <summary>The project's number or full path.</summary>
    public required string Project { get; init; }

    /// <summary>Branch or tag.</summary>
    public required string Ref { get; init; }

    /// <summary>One of <see cref="GitLabModes"/>.</summary>
    public required string Mode { get; init; }

    /// <summary>For naming the secret in texts that tell how to mend.</summary>
    public required string TokenSecretArn { get; init; }
}
