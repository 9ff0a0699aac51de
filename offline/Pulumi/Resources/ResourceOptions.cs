namespace Pulumi;

/// <summary>How the engine treats a resource, whatever its type.</summary>
public abstract class ResourceOptions
{
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<Input<Alias>>? _aliases;
    private List<ResourceTransformation>? _transformations;
    private InputList<Resource>? _dependsOn;

    private protected ResourceOptions() { }

    /// <summary>The id of an existing resource to read, instead of registering a new one.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The resource this one belongs to; the stack when null.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must exist before this one, beside those whose outputs it uses.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Whether the engine refuses to delete the resource; the parent's setting when null.</summary>
    public bool? Protect { get; set; }

    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Run on this resource and its children, before they are registered.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }

    /// <summary>Earlier names, types and parents of the resource, so that it is not replaced.</summary>
    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    public string? PluginDownloadURL { get; set; }

    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    /// <summary>Whether the engine forgets the resource instead of deleting it. Not inherited.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>A resource whose deletion deletes this one, too.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>A value whose change replaces the resource.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>A copy that can be changed without changing the original.</summary>
    internal abstract ResourceOptions Copy();

    /// <summary>Takes over what the second options say: lists are joined, single values replaced.</summary>
    private protected void Take(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        DependsOn = DependsOn.Concat(other.DependsOn);
        Protect = other.Protect ?? Protect;
        IgnoreChanges = [.. IgnoreChanges, .. other.IgnoreChanges];
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        ResourceTransformations = [.. ResourceTransformations, .. other.ResourceTransformations];
        Aliases = [.. Aliases, .. other.Aliases];
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        ReplaceOnChanges = [.. ReplaceOnChanges, .. other.ReplaceOnChanges];
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
    }
}
