namespace MlopsBatch.Cli.Packaging;

/// <summary>A finished zip.</summary>
/// <param name="Zip">The file.</param>
/// <param name="BinaryBytes">Size of <c>bootstrap</c> when unpacked.</param>
/// <param name="GlibcVersion">The newest glibc that it needs.</param>
/// <param name="Sha256">Hash of the zip, in hexadecimal.</param>
internal sealed record PackagedFunction(FileInfo Zip, long BinaryBytes, Version GlibcVersion, string Sha256);
