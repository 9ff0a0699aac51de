namespace MlopsBatch.Lambda.ApprovalDeploy.Tokens;

/// <summary>There is no usable GitLab token. The message names the secret, never its value.</summary>
public sealed class TokenException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to do about it, if somebody has to; null if it may pass by itself.</summary>
    public string? Mend { get; init; }
}
