namespace Pulumi;

/// <summary>Marks a struct that stands for an open set of named string or number values.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
