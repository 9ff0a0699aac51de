namespace MlopsBatch.Aws.Iam;

/// <summary>Whether something fits, and if not or not known: why.</summary>
internal readonly record struct Finding(Truth Truth, string? Why = null)
{
    public static readonly Finding Yes = new(Truth.Yes);

    public static Finding Of(bool fits, Func<string> why) => fits ? Yes : new(Truth.No, why());
}
