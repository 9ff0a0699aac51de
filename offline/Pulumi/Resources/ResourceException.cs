namespace Pulumi;

/// <summary>A fault of one resource: it is reported with the resource's URN.</summary>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}
