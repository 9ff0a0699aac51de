namespace Pulumi;

/// <summary>The file at a path, relative to the program's working folder.</summary>
public sealed class FileAsset(string path) : Asset("path", path);
