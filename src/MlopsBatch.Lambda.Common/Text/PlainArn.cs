using System.Diagnostics.CodeAnalysis;
using MlopsBatch.Aws;

namespace MlopsBatch.Lambda.Common.Text;

/// <summary>Reads ARNs of events, which end up in commands that people paste into a shell.</summary>
public static class PlainArn
{
    /// <summary>Reads an ARN; one with other signs than letters, digits and <c>:/-_.+=@</c> is none here.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Arn? arn)
    {
        arn = null;
        return text is not null && text.All(c => char.IsAsciiLetterOrDigit(c) || ":/-_.+=@".Contains(c)) && Arn.TryParse(text, out arn);
    }
}
