namespace MlopsBatch.LocalCloud.Http.Signing;

/// <summary>A request's query, decoded, in its own order; a parameter without '=' has an empty value.</summary>
internal sealed class RawQuery
{
    private readonly List<KeyValuePair<string, string>> _parameters;

    /// <param name="query">With or without its question mark.</param>
    public RawQuery(string query) =>
        _parameters = [
            .. query
                .TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Select(pair => KeyValuePair.Create(UriCoding.Decode(pair[0]), pair.Length == 2 ? UriCoding.Decode(pair[1]) : "")),
        ];

    public bool Has(string name) => Find(name) is not null;

    /// <summary>A parameter's value, or null.</summary>
    public string? Find(string name)
    {
        foreach (var (key, value) in _parameters)
        {
            if (key == name)
            {
                return value;
            }
        }
        return null;
    }

    /// <summary>As it is signed: encoded, sorted, without the signature itself.</summary>
    public string Canonical() =>
        string.Join(
            '&',
            _parameters
                .Where(parameter => parameter.Key != RequestSignature.SignatureParameter)
                .Select(parameter => (Name: UriCoding.Encode(parameter.Key), Value: UriCoding.Encode(parameter.Value)))
                .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
                .ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
                .Select(parameter => $"{parameter.Name}={parameter.Value}")
        );
}
