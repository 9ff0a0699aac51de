namespace Pulumi;

/// <summary>Marks a property of a resource or stack as one of its outputs.</summary>
/// <param name="name">The wire name; the property's name when null.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}
