namespace MlopsBatch.Offline.Tests.Http;

/// <summary>What a local server answers.</summary>
public sealed record Reply(int Status, string Body, string ContentType = "application/json")
{
    public Dictionary<string, string> Headers { get; init; } = [];
}
