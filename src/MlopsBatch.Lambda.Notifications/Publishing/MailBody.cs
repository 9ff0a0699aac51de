using System.Text;

namespace MlopsBatch.Lambda.Notifications.Publishing;

/// <summary>Makes any text a message that SNS takes.</summary>
public static class MailBody
{
    /// <summary>Bytes of UTF-8 for the message with its attributes (SNS API reference, Publish).</summary>
    public const int MaxBytes = 262_144;

    /// <summary>A text of the right size, and whether something is missing from it.</summary>
    public readonly record struct Fitted(string Text, bool WasCut);

    /// <param name="text">The text; characters that can't travel are replaced.</param>
    /// <param name="usedBytes">What the attributes take of <see cref="MaxBytes"/>.</param>
    /// <param name="pointer">Where the rest can be read, if the text has to be cut.</param>
    public static Fitted Fit(string text, int usedBytes, string pointer)
    {
        var clean = Clean(text);
        var budget = MaxBytes - usedBytes;
        var size = Encoding.UTF8.GetByteCount(clean);
        if (size <= budget)
        {
            return new Fitted(clean, false);
        }

        var notice = Clean($"\n\n[Cut here: the message has {size} bytes, more than SNS takes. {pointer}]\n");
        return new Fitted(Head(clean, budget - Encoding.UTF8.GetByteCount(notice)) + notice, true);
    }

    /// <summary>The text with U+FFFD in place of what XML can't hold: control characters and lone surrogates.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else
            {
                var isAllowed = c is '\t' or '\n' or '\r' || (c >= ' ' && !char.IsSurrogate(c) && c is not '\uFFFE' and not '\uFFFF');
                clean.Append(isAllowed ? c : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    private static string Head(string text, int bytes)
    {
        var used = 0;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.Utf8SequenceLength;
            if (used > bytes)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }
}
