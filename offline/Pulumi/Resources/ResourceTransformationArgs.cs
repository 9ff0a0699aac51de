namespace Pulumi;

/// <summary>A resource about to be registered.</summary>
/// <param name="resource">The resource; its outputs are not there yet.</param>
/// <param name="args">The arguments it was given.</param>
/// <param name="options">The options it was given; nothing is inherited from the parent yet.</param>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    public Resource Resource { get; } = resource;

    public ResourceArgs Args { get; } = args;

    public ResourceOptions Options { get; } = options;
}
