namespace Pulumi;

/// <summary>Looks at a resource before it is registered; returns changed arguments and options, or null for no change.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
