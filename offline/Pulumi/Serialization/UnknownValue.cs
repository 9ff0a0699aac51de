namespace Pulumi.Serialization;

/// <summary>A value that is not known during a preview.</summary>
internal sealed class UnknownValue
{
    /// <summary>How the engine spells an unknown value.</summary>
    public const string WireText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public static readonly UnknownValue Instance = new();

    private UnknownValue() { }
}
