namespace MlopsBatch.Aws.Iam;

/// <summary>Whether something fits a request; the lesser of two is their conjunction.</summary>
internal enum Truth
{
    No,

    /// <summary>It can't be told.</summary>
    Unknown,

    Yes,
}
