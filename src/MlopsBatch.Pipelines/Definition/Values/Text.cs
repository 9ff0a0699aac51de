namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>Makes strings out of values.</summary>
public static class Text
{
    /// <summary>
    /// The interpolated string, joined while the pipeline runs: <c>Text.Of($"s3://{bucket}/{inputKey}")</c>. It is
    /// also the only way to use a number or a flag where the API wants a string.
    /// </summary>
    public static Value<string> Of(TextParts text) => text.ToValue();
}
