using System.Globalization;
using System.Text;
using MlopsBatch.LocalCloud.Http.Signing;

namespace MlopsBatch.LocalCloud.Http.Protocols;

/// <summary>The members of a Query request: flat names, lists by number (<c>Tags.member.1.Key</c>).</summary>
internal sealed class QueryForm
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private QueryForm(string text)
    {
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            _values[Decode(parts[0])] = parts.Length == 2 ? Decode(parts[1]) : "";
        }
    }

    public static async Task<QueryForm> ReadAsync(ServiceCall call)
    {
        using var reader = new StreamReader(call.Body, Encoding.UTF8, leaveOpen: true);
        return new QueryForm(await reader.ReadToEndAsync());
    }

    /// <summary>The members that are no part of a list or a structure.</summary>
    public IEnumerable<KeyValuePair<string, string>> Flat => _values.Where(member => !member.Key.Contains('.', StringComparison.Ordinal));

    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <exception cref="CloudException">ValidationException if it isn't there.</exception>
    public string Get(string name) => Find(name) ?? throw new CloudException("ValidationException", $"'{name}' is missing.");

    /// <summary>A whole number, or null if it isn't there.</summary>
    /// <exception cref="CloudException">ValidationException if it is none, or out of bounds.</exception>
    public int? Number(string name, int min, int max) =>
        Find(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
        : throw new CloudException("ValidationException", $"{name} must be {min} to {max}, got '{text}'.");

    /// <summary>The prefixes of a list's entries that are there, <c>{name}.1</c>, <c>{name}.2</c> and so on.</summary>
    public IEnumerable<string> Entries(string name)
    {
        for (var i = 1; ; i++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"{name}.{i}");
            if (!_values.Keys.Any(key => key == prefix || key.StartsWith(prefix + ".", StringComparison.Ordinal)))
            {
                yield break;
            }
            yield return prefix;
        }
    }

    private static string Decode(string text) => UriCoding.Decode(text.Replace('+', ' '));
}
