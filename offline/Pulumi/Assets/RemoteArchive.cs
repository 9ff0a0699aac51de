namespace Pulumi;

/// <summary>The archive at a file:, http: or https: address.</summary>
public sealed class RemoteArchive(string uri) : Archive("uri", uri);
