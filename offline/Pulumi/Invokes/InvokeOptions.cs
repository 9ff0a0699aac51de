namespace Pulumi;

/// <summary>How a provider's function is called.</summary>
public class InvokeOptions
{
    /// <summary>The resource whose provider is used when none is given.</summary>
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}
