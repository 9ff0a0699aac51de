namespace MlopsBatch.LocalCloud.Http.Protocols;

/// <summary>Names as they stand in an error.</summary>
internal static class Names
{
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
