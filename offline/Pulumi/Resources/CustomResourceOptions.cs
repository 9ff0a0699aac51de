namespace Pulumi;

/// <summary>How the engine treats a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;

    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs that are kept as secrets, whatever the provider says.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>The provider's id of an existing resource that the stack takes over.</summary>
    public string? ImportId { get; set; }

    /// <summary>New options: what the second say, else what the first say; lists are joined.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        foreach (var options in new[] { options1, options2 })
        {
            if (options is null)
            {
                continue;
            }

            merged.Take(options);
            merged.DeleteBeforeReplace = options.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.AdditionalSecretOutputs = [.. merged.AdditionalSecretOutputs, .. options.AdditionalSecretOutputs];
            merged.ImportId = options.ImportId ?? merged.ImportId;
        }

        return merged;
    }

    internal override ResourceOptions Copy() => Merge(null, this);
}
