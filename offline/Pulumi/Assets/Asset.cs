namespace Pulumi;

/// <summary>The content of one file.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string property, object value)
        : base(property, value) { }
}
