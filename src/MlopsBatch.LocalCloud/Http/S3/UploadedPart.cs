namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>A part of an object that is coming.</summary>
/// <param name="Number">1 to 10000.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ETag">MD5 in hexadecimal digits.</param>
/// <param name="Path">Its file.</param>
internal sealed record UploadedPart(int Number, long Size, string ETag, string Path);
