using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsBatch.Pipelines.Definition.Values;

internal sealed class Literal<T>(T value) : Value<T>
    where T : notnull
{
    public override string ToString() =>
        value is bool flag ? (flag ? "true" : "false") : string.Format(CultureInfo.InvariantCulture, "{0}", value);

    internal override JsonNode ToJson(References references) => Json.Scalar(value);
}
