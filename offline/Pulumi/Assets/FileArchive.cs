namespace Pulumi;

/// <summary>The folder or archive file at a path, relative to the program's working folder.</summary>
public sealed class FileArchive(string path) : Archive("path", path);
