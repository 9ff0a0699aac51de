using System.Text.RegularExpressions;

namespace MlopsBatch.LocalCloud.S3;

/// <summary>S3's rule for bucket names; it also keeps them from leading out of the local folder.</summary>
internal static partial class BucketName
{
    public static bool IsValid(string name) => Rule().IsMatch(name) && !name.Contains("..", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
