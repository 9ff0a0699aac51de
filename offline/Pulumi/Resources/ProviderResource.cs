namespace Pulumi;

/// <summary>A configured provider, which resources can be given in place of the default one.</summary>
public class ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
    : CustomResource(TypePrefix + package, name, args, options)
{
    private const string TypePrefix = "pulumi:providers:";

    internal string Package { get; } = package;

    /// <summary>How resources name their provider: URN and id.</summary>
    internal async Task<string> ReferenceAsync()
    {
        var urn = await Urn.Data.ConfigureAwait(false);
        var id = await Id.Data.ConfigureAwait(false);
        return $"{urn.Value}::{(id.IsKnown && !string.IsNullOrEmpty(id.Value) ? id.Value : Serialization.UnknownValue.WireText)}";
    }
}
