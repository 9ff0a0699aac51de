using System.Globalization;
using System.Text;
using System.Xml.Linq;
using MlopsBatch.LocalCloud.Http.Signing;
using MlopsBatch.LocalCloud.S3;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>
/// ListObjectsV2, and the older ListObjects that some tools still use.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
/// </summary>
internal static class S3Listing
{
    private const int MaxKeys = 1000;

    public static XElement List(S3Bucket bucket, RawQuery query)
    {
        var isV2 = query.Find("list-type") == "2";
        var prefix = query.Find("prefix") ?? "";
        var delimiter = query.Find("delimiter") ?? "";
        var after = isV2 ? Start(query) : query.Find("marker") ?? "";
        var limit = Limit(query.Find("max-keys"));
        var isEncoded = query.Find("encoding-type") == "url";
        string Spell(string key) => isEncoded ? UriCoding.Encode(key, keepSlash: true) : key;

        // A page counts keys and common prefixes alike, each by its own name.
        var rows = bucket
            .List(prefix)
            .Select(item => (Item: item, Common: Common(item.Key, prefix, delimiter)))
            .GroupBy(row => row.Common ?? row.Item.Key, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, group.First().Item, IsPrefix: group.First().Common is not null))
            .Where(row => Utf8Order.Instance.Compare(row.Name, after) > 0)
            .Take(limit + 1)
            .ToList();
        var isTruncated = rows.Count > limit;
        var page = rows.Take(limit).ToList();
        var last = page.Count > 0 ? page[^1].Name : after;
        return new XElement(
            "ListBucketResult",
            new XElement("Name", bucket.Name),
            new XElement("Prefix", Spell(prefix)),
            delimiter.Length > 0 ? new XElement("Delimiter", Spell(delimiter)) : null,
            new XElement("MaxKeys", limit),
            isEncoded ? new XElement("EncodingType", "url") : null,
            new XElement("IsTruncated", isTruncated),
            isV2 ? new XElement("KeyCount", page.Count) : new XElement("Marker", Spell(after)),
            isV2 && query.Find("continuation-token") is { } token ? new XElement("ContinuationToken", token) : null,
            isTruncated ? Next(isV2, last, Spell(last)) : null,
            page.Where(row => !row.IsPrefix).Select(row => S3Xml.Entry(row.Item, Spell(row.Name))),
            page.Where(row => row.IsPrefix).Select(row => new XElement("CommonPrefixes", new XElement("Prefix", Spell(row.Name))))
        );
    }

    private static XElement Next(bool isV2, string last, string spelt) =>
        isV2
            ? new XElement("NextContinuationToken", Convert.ToBase64String(Encoding.UTF8.GetBytes(last)))
            : new XElement("NextMarker", spelt);

    private static string Start(RawQuery query)
    {
        if (query.Find("continuation-token") is not { } token)
        {
            return query.Find("start-after") ?? "";
        }
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException error)
        {
            throw new CloudException("InvalidArgument", "The continuation token provided is incorrect.", error);
        }
    }

    private static int Limit(string? text) =>
        text is null ? MaxKeys
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? Math.Min(limit, MaxKeys)
        : throw new CloudException("InvalidArgument", $"max-keys must be a whole number, got '{text}'.");

    private static string? Common(string key, string prefix, string delimiter)
    {
        if (delimiter.Length == 0)
        {
            return null;
        }
        var end = key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + delimiter.Length)];
    }
}
