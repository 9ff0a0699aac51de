namespace MlopsBatch.Lambda.ApprovalDeploy.Tokens;

/// <summary>The token, read on first use and kept for the life of the function's instance.</summary>
public sealed class TokenCache(ISecrets secrets, string secretArn)
{
    private string? _token;

    /// <exception cref="TokenException">The secret is missing, may not be read, or holds no token.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken) => _token ??= await ReadAsync(cancellationToken);

    /// <summary>Reads the secret again: whether it holds another token than <paramref name="refused"/> by now.</summary>
    public async Task<bool> HasChangedAsync(string refused, CancellationToken cancellationToken) =>
        (_token = await ReadAsync(cancellationToken)) != refused;

    private async Task<string> ReadAsync(CancellationToken cancellationToken) =>
        GitLabToken.Parse(await secrets.ReadAsync(secretArn, cancellationToken), secretArn);
}
