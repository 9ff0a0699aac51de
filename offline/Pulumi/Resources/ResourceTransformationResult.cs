namespace Pulumi;

/// <summary>The arguments and options that a resource is registered with, after a transformation.</summary>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    public ResourceArgs Args { get; } = args;

    public ResourceOptions Options { get; } = options;
}
