namespace MlopsBatch.Lambda.ApprovalDeploy.Tokens;

/// <summary>Reads a secret's current value.</summary>
public interface ISecrets
{
    /// <exception cref="TokenException">The secret is missing or may not be read.</exception>
    Task<string?> ReadAsync(string secretArn, CancellationToken cancellationToken);
}
