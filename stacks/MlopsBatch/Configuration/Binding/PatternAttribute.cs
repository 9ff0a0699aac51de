using System.Text.RegularExpressions;

namespace MlopsBatch.Configuration.Binding;

/// <summary>A text must match.</summary>
/// <param name="expression">The regular expression, as JSON Schema has it: from <c>^</c> to <c>$</c>, the text's very end.</param>
/// <param name="needs">The same in words, for the fault.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatternAttribute(string expression, string needs) : Attribute
{
    public string Expression { get; } = expression;

    public string Needs { get; } = needs;

    /// <summary>It names something that the stack makes, so that a slightly wrong name may become a right one.</summary>
    public bool IsOwnName { get; set; }

    /// <summary>Whether the whole text matches: .NET's <c>$</c> alone would take a line break behind it, too.</summary>
    public bool Accepts(string text) =>
        !text.EndsWith('\n') && Regex.IsMatch(text, Expression, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
