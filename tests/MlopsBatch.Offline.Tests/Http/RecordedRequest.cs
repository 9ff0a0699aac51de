namespace MlopsBatch.Offline.Tests.Http;

/// <summary>A request as it arrived; header names are in lower case.</summary>
public sealed record RecordedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
