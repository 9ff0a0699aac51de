namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>GitLab could not be asked in the time there was. The invocation fails; Lambda tries the event again later.</summary>
public sealed class GitLabUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
