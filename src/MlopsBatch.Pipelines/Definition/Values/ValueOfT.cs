namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>A value of a known type.</summary>
/// <typeparam name="T">string, int, double or bool.</typeparam>
public abstract class Value<T> : Value
    where T : notnull
{
    private protected Value() { }

    public static implicit operator Value<T>(T literal) => new Literal<T>(literal);
}
