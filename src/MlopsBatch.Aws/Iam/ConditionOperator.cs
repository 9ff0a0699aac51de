namespace MlopsBatch.Aws.Iam;

/// <summary>A condition operator with its parts, such as <c>ForAllValues:StringEqualsIfExists</c>.</summary>
/// <param name="Name">The bare operator, such as <c>StringEquals</c>.</param>
/// <param name="Qualifier">How it treats many values.</param>
/// <param name="IfExists">Whether a request without the key fits.</param>
public sealed record ConditionOperator(string Name, SetQualifier Qualifier = SetQualifier.None, bool IfExists = false)
{
    private const string Suffix = "IfExists";

    /// <summary>Reads an operator as a policy writes it; a name that AWS doesn't know is kept.</summary>
    public static ConditionOperator Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var qualifier =
            colon < 0 ? SetQualifier.None
            : Is(text[..colon], nameof(SetQualifier.ForAllValues)) ? SetQualifier.ForAllValues
            : Is(text[..colon], nameof(SetQualifier.ForAnyValue)) ? SetQualifier.ForAnyValue
            : SetQualifier.None;
        var name = qualifier == SetQualifier.None ? text : text[(colon + 1)..];
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? new(name[..^Suffix.Length], qualifier, IfExists: true)
            : new(name, qualifier);
    }

    /// <summary>As a policy writes it.</summary>
    public override string ToString() => $"{(Qualifier == SetQualifier.None ? "" : $"{Qualifier}:")}{Name}{(IfExists ? Suffix : "")}";

    private static bool Is(string text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
