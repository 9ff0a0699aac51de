using MlopsBatch.Aws;

namespace MlopsBatch.LocalCloud;

/// <summary>Names what a misspelt word probably meant.</summary>
internal static class DidYouMean
{
    /// <summary>" Did you mean 'X'?" when one of the allowed words is near enough, otherwise nothing.</summary>
    public static string Hint(string given, IEnumerable<string> allowed) =>
        NearestName.Find(given, allowed.Order(StringComparer.Ordinal)) is { } meant ? $" Did you mean '{meant}'?" : "";
}
