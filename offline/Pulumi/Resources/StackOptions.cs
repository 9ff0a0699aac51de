namespace Pulumi;

/// <summary>Options of the whole stack.</summary>
public class StackOptions
{
    private List<ResourceTransformation>? _transformations;

    /// <summary>Run on every resource of the stack.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }
}
