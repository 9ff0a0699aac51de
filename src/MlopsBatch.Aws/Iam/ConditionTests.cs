using System.Collections.Frozen;
using System.Globalization;
using System.Net;

namespace MlopsBatch.Aws.Iam;

/// <summary>What each operator compares (IAM user guide, "IAM JSON policy elements: Condition operators").</summary>
internal static class ConditionTests
{
    /// <summary>Whether a value of the request fits a value of the policy.</summary>
    /// <param name="wanted">Of the policy.</param>
    /// <param name="got">Of the request.</param>
    /// <param name="variables">For policy variables; null if the policy knows none.</param>
    public delegate bool Test(string wanted, string got, RequestContext? variables);

    private static readonly FrozenDictionary<string, (Test Fits, bool IsNegated)> Known = new Dictionary<string, (Test, bool)>
    {
        ["StringEquals"] = (Text(StringComparison.Ordinal), false),
        ["StringNotEquals"] = (Text(StringComparison.Ordinal), true),
        ["StringEqualsIgnoreCase"] = (Text(StringComparison.OrdinalIgnoreCase), false),
        ["StringNotEqualsIgnoreCase"] = (Text(StringComparison.OrdinalIgnoreCase), true),
        ["StringLike"] = (PolicyPattern.Matches, false),
        ["StringNotLike"] = (PolicyPattern.Matches, true),
        ["ArnEquals"] = (PolicyPattern.MatchesArn, false),
        ["ArnNotEquals"] = (PolicyPattern.MatchesArn, true),
        ["ArnLike"] = (PolicyPattern.MatchesArn, false),
        ["ArnNotLike"] = (PolicyPattern.MatchesArn, true),
        ["NumericEquals"] = (Number(order => order == 0), false),
        ["NumericNotEquals"] = (Number(order => order == 0), true),
        ["NumericLessThan"] = (Number(order => order < 0), false),
        ["NumericLessThanEquals"] = (Number(order => order <= 0), false),
        ["NumericGreaterThan"] = (Number(order => order > 0), false),
        ["NumericGreaterThanEquals"] = (Number(order => order >= 0), false),
        ["DateEquals"] = (Date(order => order == 0), false),
        ["DateNotEquals"] = (Date(order => order == 0), true),
        ["DateLessThan"] = (Date(order => order < 0), false),
        ["DateLessThanEquals"] = (Date(order => order <= 0), false),
        ["DateGreaterThan"] = (Date(order => order > 0), false),
        ["DateGreaterThanEquals"] = (Date(order => order >= 0), false),
        ["Bool"] = ((wanted, got, _) => wanted.Equals(got, StringComparison.OrdinalIgnoreCase), false),
        ["BinaryEquals"] = ((wanted, got, _) => wanted == got, false),
        ["IpAddress"] = (Address, false),
        ["NotIpAddress"] = (Address, true),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds an operator other than <c>Null</c>.</summary>
    public static bool TryFind(string name, out (Test Fits, bool IsNegated) test) => Known.TryGetValue(name, out test);

    private static Test Text(StringComparison comparison) =>
        (wanted, got, variables) => string.Equals(PolicyPattern.Plain(wanted, variables), got, comparison);

    private static Test Number(Func<int, bool> fits) =>
        (wanted, got, _) => Parse(wanted) is { } limit && Parse(got) is { } value && fits(value.CompareTo(limit));

    private static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Test Date(Func<int, bool> fits) =>
        (wanted, got, _) => Moment(wanted) is { } limit && Moment(got) is { } value && fits(value.CompareTo(limit));

    /// <summary>ISO 8601, or seconds since 1970.</summary>
    private static DateTimeOffset? Moment(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : null;

    private static bool Address(string wanted, string got, RequestContext? variables) =>
        IPAddress.TryParse(got, out var address)
        && (
            IPNetwork.TryParse(wanted, out var network)
                ? network.Contains(address)
                : IPAddress.TryParse(wanted, out var single) && single.Equals(address)
        );
}
