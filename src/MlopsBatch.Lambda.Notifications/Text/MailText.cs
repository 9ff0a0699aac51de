using System.Text;

namespace MlopsBatch.Lambda.Notifications.Text;

/// <summary>
/// Builds the plain text of a mail. Mail programs show it in a proportional font, so nothing relies on columns; a line
/// is "Label: value", and what isn't known is left out. Only <see cref="Code"/> and <see cref="Raw"/> have several lines.
/// </summary>
internal sealed class MailText
{
    private readonly StringBuilder _text = new();
    private bool _isAfterParagraph;

    /// <summary>A sentence or more, with an empty line before it.</summary>
    public MailText Paragraph(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return this;
        }

        Gap();
        _text.Append(Flat(text.Trim())).Append('\n');
        _isAfterParagraph = true;
        return this;
    }

    public MailText Heading(string text)
    {
        Gap();
        _text.Append(text.ToUpperInvariant()).Append('\n');
        return this;
    }

    /// <summary>A line with a label; nothing if the value isn't known.</summary>
    public MailText Row(string label, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return this;
        }

        if (_isAfterParagraph)
        {
            Gap();
        }

        _text.Append(label).Append(": ").Append(Flat(value.Trim())).Append('\n');
        return this;
    }

    public MailText Line(string text)
    {
        _text.Append(Flat(text)).Append('\n');
        return this;
    }

    /// <summary>Text of any form, as it is; nothing of ours comes after it.</summary>
    public MailText Raw(string text)
    {
        _text.Append(text).Append('\n');
        return this;
    }

    public MailText Item(string text)
    {
        _text.Append("- ").Append(Flat(text)).Append('\n');
        return this;
    }

    /// <summary>Something to copy: nothing before or after it on its lines.</summary>
    public MailText Code(string code)
    {
        Gap();
        _text.Append(code.TrimEnd()).Append('\n');
        return this;
    }

    /// <summary>An empty line, unless there is one.</summary>
    public MailText Gap()
    {
        _isAfterParagraph = false;
        if (_text.Length > 0 && !(_text.Length > 1 && _text[^2] == '\n'))
        {
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>One line: what data supplies, such as a CSV file's header, must not look like a part of the mail.</summary>
    private static string Flat(string text) => text.ReplaceLineEndings(" ").Replace('\v', ' ');

    public override string ToString() => _text.ToString().TrimEnd() + "\n";
}
