namespace Pulumi;

/// <summary>How the engine treats a component and, through it, its children.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>The providers that children use, one for each package.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    /// <summary>New options: what the second say, else what the first say; lists are joined.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        foreach (var options in new[] { options1, options2 })
        {
            if (options is null)
            {
                continue;
            }

            merged.Take(options);
            merged.Providers = [.. merged.Providers, .. options.Providers];
        }

        return merged;
    }

    internal override ResourceOptions Copy() => Merge(null, this);
}
