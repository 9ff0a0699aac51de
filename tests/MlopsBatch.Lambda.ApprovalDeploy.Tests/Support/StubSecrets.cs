using MlopsBatch.Lambda.ApprovalDeploy.Tokens;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

/// <summary>A secret that holds one value after the other, the last one for ever.</summary>
internal sealed class StubSecrets(params string?[] values) : ISecrets
{
    public int Reads { get; private set; }

    public Task<string?> ReadAsync(string secretArn, CancellationToken cancellationToken) =>
        Task.FromResult(values[Math.Min(++Reads, values.Length) - 1]);
}
