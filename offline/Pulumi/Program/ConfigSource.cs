using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration that the engine hands to the process, by full key (<c>namespace:name</c>).</summary>
internal sealed class ConfigSource
{
    private readonly Lazy<ImmutableDictionary<string, string>> _values =
        new(() => Parse<ImmutableDictionary<string, string>>("PULUMI_CONFIG") ?? ImmutableDictionary<string, string>.Empty);

    public string? Get(string fullKey) => _values.Value.GetValueOrDefault(fullKey);

    private static T? Parse<T>(string variable) where T : class =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } json ? JsonSerializer.Deserialize<T>(json) : null;
}
