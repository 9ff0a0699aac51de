namespace MlopsBatch.LocalCloud.Http.Protocols;

/// <summary>Names as they stand in an error.</summary>
internal static class NameList
{
    public static string Of(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
