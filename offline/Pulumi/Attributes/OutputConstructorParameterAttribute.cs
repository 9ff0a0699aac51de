namespace Pulumi;

/// <summary>Gives the wire name of an output constructor's parameter where it differs from the parameter's name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
