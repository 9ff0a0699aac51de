namespace Pulumi;

/// <summary>A file's content (<see cref="Asset"/>) or a folder's (<see cref="Archive"/>); nothing is read here, the engine does
/// that.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string property, object value)
    {
        Property = property;
        Value = value;
    }

    /// <summary>The wire field that bears <see cref="Value"/>: text, path, uri or assets.</summary>
    internal string Property { get; }

    internal object Value { get; }
}
