namespace MlopsBatch.LocalCloud.Http.Protocols;

/// <summary>What a client is told of a request that failed.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The service's error code.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record ApiFault(int Status, string Code, string Message)
{
    /// <summary>Whether the sender can mend it.</summary>
    public bool IsSenders => Status < 500;
}
