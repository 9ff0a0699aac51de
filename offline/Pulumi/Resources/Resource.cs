using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something the engine keeps in the stack's state under a URN.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly List<Resource> _children = [];
    private readonly ImmutableArray<ResourceTransformation> _transformations;
    private readonly ImmutableDictionary<string, ProviderResource> _providers;

    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_type, _name) = (type, name);
        AsDependency = [this];
        Parent = type == Stack.RootType ? null : options.Parent ?? Deployment.Current.Stack;
        _transformations = [.. options.ResourceTransformations, .. Parent?._transformations ?? []];
        (args, options) = Transform(args, options);
        options = options.Copy();
        Aliases = [.. options.Aliases];
        Protect = options.Protect ??= Parent?.Protect;
        _providers = ProvidersOfChildren(options, type);
        if (options is CustomResourceOptions)
        {
            options.Provider ??= Parent?.ProviderOf(type);
        }

        Parent?.AddChild(this);
        Deployment.Current.Register(this, args, options);
    }

    [Output("urn")]
    public Output<string> Urn { get; private set; } = null!;

    internal Resource? Parent { get; }

    internal bool? Protect { get; }

    internal ImmutableArray<Input<Alias>> Aliases { get; }

    /// <summary>The set of just this resource, which its outputs come from.</summary>
    internal ImmutableHashSet<Resource> AsDependency { get; }

    /// <summary>What the resource depends on directly: named so, or as the origin of an input. Complete once it is registered.</summary>
    internal HashSet<Resource> Dependencies { get; } = [];

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    /// <summary>The provider that resources and functions of the type's package use below this resource; null is the default one.</summary>
    internal ProviderResource? ProviderOf(string type) => _providers.GetValueOrDefault(PackageOf(type));

    /// <summary>The resources that stand for this one as a dependency: a component's are its children.</summary>
    internal IEnumerable<Resource> DependencyClosure()
    {
        if (this is not ComponentResource)
        {
            return [this];
        }

        lock (_children)
        {
            return _children.ToArray().SelectMany(child => child.DependencyClosure());
        }
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != options.Parent)
            {
                throw new ArgumentException(
                    $"A transformation changed the parent of '{_name}' ({_type}); a resource's parent can't be transformed."
                );
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }

    private ImmutableDictionary<string, ProviderResource> ProvidersOfChildren(ResourceOptions options, string type)
    {
        var providers = Parent?._providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (options is not ComponentResourceOptions component)
        {
            return options.Provider is { } one ? providers.SetItem(PackageOf(type), one) : providers;
        }

        IEnumerable<ProviderResource> own = options.Provider is { } provider ? [provider, .. component.Providers] : component.Providers;
        return providers.SetItems(own.Select(item => KeyValuePair.Create(item.Package, item)));
    }

    private static string PackageOf(string type) => type.Split(':')[0];

    private void AddChild(Resource child)
    {
        lock (_children)
        {
            _children.Add(child);
        }
    }
}
