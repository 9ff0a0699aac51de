namespace Pulumi;

/// <summary>Marks a property or field of an <see cref="InputArgs"/> class that is sent to the engine under its wire name.</summary>
/// <param name="name">The wire name.</param>
/// <param name="required">Whether a missing value is an error.</param>
/// <param name="json">Whether the value is sent as a JSON string (provider arguments).</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}
