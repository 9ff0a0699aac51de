namespace MlopsBatch.Configuration.Binding;

/// <summary>A number must be greater than the bound.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AboveAttribute(double bound) : Attribute
{
    public double Bound { get; } = bound;
}
