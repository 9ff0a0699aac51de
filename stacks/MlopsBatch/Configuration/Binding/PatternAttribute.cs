namespace MlopsBatch.Configuration.Binding;

/// <summary>A text must match.</summary>
/// <param name="expression">The regular expression.</param>
/// <param name="needs">The same in words, for the fault.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatternAttribute(string expression, string needs) : Attribute
{
    public string Expression { get; } = expression;

    public string Needs { get; } = needs;
}
