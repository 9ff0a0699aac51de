using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something the engine keeps in the stack's state under a URN.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly List<Resource> _children = [];
    private readonly ImmutableArray<ResourceTransformation> _transformations;
    private readonly ImmutableDictionary<string, ProviderResource> _providers = ImmutableDictionary<string, ProviderResource>.Empty;

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
        Protect = options.Protect ??= Parent?.Protect;
        if (options is CustomResourceOptions)
        {
            options.Provider ??= Parent?.ProviderOf(type);
        }
        else
        {
            _providers = ProvidersOfChildren((ComponentResourceOptions)options);
        }

        Parent?.AddChild(this);
        Deployment.Current.Register(this, args, options);
    }

    [Output("urn")]
    public Output<string> Urn { get; private set; } = null!;

    internal Resource? Parent { get; }

    internal bool? Protect { get; }

    /// <summary>The set of just this resource, which its outputs come from.</summary>
    internal ImmutableHashSet<Resource> AsDependency { get; }

    /// <summary>What the resource depends on directly: named so, or as the origin of an input. Complete once it is registered.</summary>
    internal HashSet<Resource> Dependencies { get; } = [];

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    /// <summary>The provider that resources and functions of the type's package use below this resource; null is the default one.</summary>
    internal ProviderResource? ProviderOf(string type) => _providers.GetValueOrDefault(type.Split(':')[0]);

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

    private ImmutableDictionary<string, ProviderResource> ProvidersOfChildren(ComponentResourceOptions options)
    {
        var providers = Parent?._providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        IEnumerable<ProviderResource> own = options.Provider is { } provider ? [provider, .. options.Providers] : options.Providers;
        return providers.SetItems(own.Select(item => KeyValuePair.Create(item.Package, item)));
    }

    private void AddChild(Resource child)
    {
        lock (_children)
        {
            _children.Add(child);
        }
    }
}
