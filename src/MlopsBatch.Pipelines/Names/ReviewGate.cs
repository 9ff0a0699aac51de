using System.Text.RegularExpressions;

namespace MlopsBatch.Pipelines.Names;

/// <summary>Whether a version with new hyperparameters has been seen by the model review board.</summary>
/// <param name="RequireReview">Whether versions that ask for a review are held back until they name one.</param>
/// <param name="Pattern">Regular expression of a reference, which is matched where the reference begins.</param>
public sealed record ReviewGate(bool RequireReview = true, string Pattern = ReviewGate.DefaultPattern)
{
    /// <summary>
    /// A ticket, a minute's number, an address: one word with a digit that isn't zero. So neither <c>pending</c> nor the
    /// <c>MRB-0000</c> of an example is a review.
    /// </summary>
    public const string DefaultPattern = @"(?=\S*[1-9])[A-Za-z0-9#][A-Za-z0-9#/_.:-]*";

    /// <summary>What stands in commands in place of a reference; no gate takes it, whatever its pattern.</summary>
    public const string Placeholder = "<REVIEW-REFERENCE>";

    private static readonly TimeSpan MatchTime = TimeSpan.FromSeconds(1);

    /// <summary>Whether the version's metadata asks for a review.</summary>
    public static bool IsRequired(IReadOnlyDictionary<string, string>? metadata) =>
        metadata?.GetValueOrDefault(MetadataKeys.Review) is { } value
        && value.Trim().Equals(MetadataKeys.ReviewRequired, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the gate takes, to complete "needs …".</summary>
    public string Needs =>
        Pattern == DefaultPattern
            ? "a reference with a digit that isn't zero, such as a ticket's or minute's number"
            : $"a reference that matches {Pattern} (setting review.pattern)";

    /// <summary>
    /// The review that the version names, or null: the metadata value <see cref="MetadataKeys.ReviewReference"/>, else what follows
    /// <c>Review:</c> in the approval description (also <c>Review reference:</c>, with <c>=</c> or <c>#</c> in place of the
    /// colon, in any letter case). Text that <see cref="Pattern"/> doesn't match is none.
    /// </summary>
    public string? Reference(IReadOnlyDictionary<string, string>? metadata, string? approvalDescription) =>
        metadata?.GetValueOrDefault(MetadataKeys.ReviewReference) is { } named && Match(named.Trim()) is { } reference
            ? reference
            : Claims(approvalDescription).Select(Match).FirstOrDefault(found => found is not null);

    /// <summary>
    /// What is written where a reference belongs and is none, such as <c>pending</c>; null if nothing is written there.
    /// </summary>
    public string? Refused(IReadOnlyDictionary<string, string>? metadata, string? approvalDescription) =>
        Reference(metadata, approvalDescription) is not null
            ? null
            : Claims(approvalDescription)
                .Prepend(metadata?.GetValueOrDefault(MetadataKeys.ReviewReference)?.Trim() ?? "")
                .FirstOrDefault(text => text.Length > 0);

    /// <summary>Whether the version may be rolled out: no review is asked for, or it names one.</summary>
    public bool IsOpen(IReadOnlyDictionary<string, string>? metadata, string? approvalDescription) =>
        !RequireReview || !IsRequired(metadata) || Reference(metadata, approvalDescription) is not null;

    private string? Match(string text)
    {
        if (text.StartsWith('<'))
        {
            return null;
        }

        try
        {
            var found = new TimedRegex($@"\A(?:{Pattern})(?=\z|[\s;,.)])").Match(text);
            return found is { Success: true, Length: > 0 } ? found.Value.TrimEnd('.') : null;
        }
        catch (RegexMatchTimeoutException)
        {
            // What can't be told to be a reference isn't let through.
            return null;
        }
    }

    private static IEnumerable<string> Claims(string? text)
    {
        const string Word = "review";
        var at = -1;
        while (text is not null && (at = text.IndexOf(Word, at + 1, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            {
                continue;
            }

            var rest = text[(at + Word.Length)..].TrimStart();
            if (rest.StartsWith("reference", StringComparison.OrdinalIgnoreCase))
            {
                rest = rest["reference".Length..].TrimStart();
            }

            if (rest.Length == 0 || !":=#".Contains(rest[0], StringComparison.Ordinal))
            {
                continue;
            }

            rest = rest[1..].Trim();
            var end = rest.IndexOfAny(['\r', '\n', ';', ',']);
            var claim = (end < 0 ? rest : rest[..end]).Trim();
            if (claim.Length > 0)
            {
                yield return claim;
            }
        }
    }

    /// <summary>
    /// An expression with a time limit, made by the constructor without options: the others bring the engines of all options
    /// into a native program, which is half a megabyte.
    /// </summary>
    private sealed class TimedRegex : Regex
    {
        public TimedRegex(string pattern)
            : base(pattern) => internalMatchTimeout = MatchTime;
    }
}
