namespace MlopsBatch.Configuration.Binding;

/// <summary>A value that would be right; stands in the command that mends a fault.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExampleAttribute(string value) : Attribute
{
    public string Value { get; } = value;
}
