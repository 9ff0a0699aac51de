using System.Text;

namespace MlopsBatch.Lambda.Notifications.Publishing;

/// <summary>Makes any text a subject that SNS takes.</summary>
/// <remarks>SNS's rules differ between its documents; this keeps all of them: below 100 characters, printable ASCII,
/// first a letter or digit.</remarks>
public static class MailSubject
{
    public const int MaxLength = 99;

    private const string Ellipsis = "...";

    /// <summary>A run of characters that ASCII lacks becomes one question mark, white space one blank.</summary>
    public static string Fit(string text)
    {
        var fitted = new StringBuilder(Math.Min(text.Length, MaxLength + 1));
        foreach (var c in text)
        {
            if (fitted.Length > MaxLength)
            {
                break;
            }

            var ascii =
                char.IsWhiteSpace(c) || char.IsControl(c) ? ' '
                : c is >= '!' and <= '~' ? c
                : '?';
            var last = fitted.Length > 0 ? fitted[^1] : ' ';
            var isRepeated = ascii == last && (ascii == ' ' || c != ascii);
            if (!isRepeated && (fitted.Length > 0 || char.IsAsciiLetterOrDigit(ascii)))
            {
                fitted.Append(ascii);
            }
        }

        var subject = fitted.ToString().TrimEnd();
        if (subject.Length == 0)
        {
            return "Notification";
        }

        return subject.Length <= MaxLength ? subject : subject[..(MaxLength - Ellipsis.Length)].TrimEnd() + Ellipsis;
    }
}
