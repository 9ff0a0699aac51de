namespace MlopsBatch.Pipelines;

/// <summary>Whether a version with new hyperparameters has been seen by the model review board.</summary>
public static class ReviewGate
{
    /// <summary>Whether the version's metadata asks for a review.</summary>
    public static bool IsRequired(IReadOnlyDictionary<string, string>? metadata) =>
        metadata?.GetValueOrDefault(MetadataKeys.Review) is { } value
        && value.Trim().Equals(MetadataKeys.ReviewRequired, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The review that the version names, or null: the metadata value <see cref="MetadataKeys.ReviewReference"/>, else what follows
    /// <c>Review:</c> in the approval description (also <c>Review reference:</c>, with <c>=</c> or <c>#</c> in place of the
    /// colon, in any letter case).
    /// </summary>
    public static string? Reference(IReadOnlyDictionary<string, string>? metadata, string? approvalDescription) =>
        metadata?.GetValueOrDefault(MetadataKeys.ReviewReference) is { } named && !string.IsNullOrWhiteSpace(named)
            ? named.Trim()
            : InDescription(approvalDescription);

    /// <summary>Whether the version may be rolled out: no review is asked for, or it names one.</summary>
    public static bool IsOpen(bool requireReview, IReadOnlyDictionary<string, string>? metadata, string? approvalDescription) =>
        !requireReview || !IsRequired(metadata) || Reference(metadata, approvalDescription) is not null;

    private static string? InDescription(string? text)
    {
        const string Word = "review";
        var at = -1;
        while (text is not null && (at = text.IndexOf(Word, at + 1, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            {
                continue;
            }

            var rest = text.AsSpan(at + Word.Length).TrimStart();
            if (rest.StartsWith("reference", StringComparison.OrdinalIgnoreCase))
            {
                rest = rest["reference".Length..].TrimStart();
            }

            if (rest.Length == 0 || !":=#".Contains(rest[0]))
            {
                continue;
            }

            rest = rest[1..].Trim();
            var end = rest.IndexOfAny("\r\n;,");
            var reference = (end < 0 ? rest : rest[..end]).Trim();
            if (reference.Length > 0)
            {
                return reference.ToString();
            }
        }

        return null;
    }
}
