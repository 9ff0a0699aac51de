namespace MlopsBatch.Configuration.Binding;

/// <summary>A text must be the ARN of such a resource.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ArnOfAttribute(ArnKind kind) : Attribute
{
    public ArnKind Kind { get; } = kind;
}
