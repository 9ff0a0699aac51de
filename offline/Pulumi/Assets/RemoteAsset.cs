namespace Pulumi;

/// <summary>What a file:, http: or https: address answers.</summary>
public sealed class RemoteAsset(string uri) : Asset("uri", uri);
