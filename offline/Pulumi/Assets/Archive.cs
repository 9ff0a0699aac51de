namespace Pulumi;

/// <summary>The content of a folder, a zip or a tar file.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string property, object value)
        : base(property, value) { }
}
