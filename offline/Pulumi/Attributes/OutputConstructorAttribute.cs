namespace Pulumi;

/// <summary>Marks the constructor whose parameters receive an output type's fields by name.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
