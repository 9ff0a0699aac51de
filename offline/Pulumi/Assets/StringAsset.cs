namespace Pulumi;

/// <summary>A given text.</summary>
public sealed class StringAsset(string text) : Asset("text", text);
