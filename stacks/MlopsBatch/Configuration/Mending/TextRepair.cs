using System.Text.RegularExpressions;
using MlopsBatch.Aws;

namespace MlopsBatch.Configuration.Mending;

/// <summary>
/// Texts of a slightly wrong shape, put right. Each is one habit: a pasted address, a trailing slash, capitals. What they give is
/// tried against the setting's own rules, so a habit that doesn't fit does no harm.
/// </summary>
internal static partial class TextRepair
{
    private static readonly string[] Sizes =
    [
        "medium",
        "large",
        "xlarge",
        .. new[] { 2, 3, 4, 6, 8, 9, 12, 16, 18, 24, 32, 48 }.Select(count => $"{count}xlarge"),
    ];

    /// <param name="text">What was written.</param>
    /// <param name="isOwnName">Whether the text names something that this stack makes, so that its letters are free.</param>
    public static IEnumerable<string> Of(string text, bool isOwnName)
    {
        var plain = text.Trim().Trim('"', '\'', '<', '>').Trim();
        string[] shapes =
        [
            plain,
            plain.Trim('/'),
            $"{plain.TrimEnd('/')}/",
            $"/{plain.Trim('/')}/",
            After(plain, "s3://").Split('/')[0],
            After(plain, "mailto:"),
            InBrackets().Match(plain) is { Success: true } mail ? mail.Groups[1].Value : plain,
            $"https://{After(plain, "http://")}",
            plain.Split('?')[0],
            ProjectOf(plain),
            Digits().IsMatch(plain) ? string.Concat(plain.Where(char.IsAsciiDigit)) : plain,
            $"ml.{plain}",
            Sized(plain),
        ];
        var all = shapes.SelectMany(shape => new[] { shape, shape.ToLowerInvariant() });
        return (isOwnName ? all.Concat(shapes.Select(Kebab)) : all).Where(shape => shape != text && shape.Length > 0).Distinct();
    }

    private static string After(string text, string start) =>
        text.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? text[start.Length..] : text;

    /// <summary>The path of a project whose address was pasted.</summary>
    private static string ProjectOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address.AbsolutePath.Trim('/').Replace(".git", "", StringComparison.Ordinal).Split("/-/")[0]
            : text;

    /// <summary>An instance type whose size is misspelt.</summary>
    private static string Sized(string text) =>
        text.Split('.') is ["ml", var family, var size] && NearestName.Find(size, Sizes) is { } nearest ? $"ml.{family}.{nearest}" : text;

    private static string Kebab(string text) => Runs().Replace(text.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("<([^<>]+)>?\\z")]
    private static partial Regex InBrackets();

    [GeneratedRegex("^[0-9]+([ -][0-9]+)+\\z")]
    private static partial Regex Digits();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Runs();
}
