namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>GitLab could not be asked. Without a mend it may pass: the invocation fails, and Lambda tries the event again later.</summary>
public sealed class GitLabUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What has to be changed, if trying again can't help; else null.</summary>
    public string? Mend { get; init; }
}
