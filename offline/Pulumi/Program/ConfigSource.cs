using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration that the engine hands to the process, by full key (<c>namespace:name</c>).</summary>
internal sealed class ConfigSource
{
    private readonly Lazy<Dictionary<string, string>> _values = new(() =>
        Environment.GetEnvironmentVariable("PULUMI_CONFIG") is { Length: > 0 } json
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []
            : []
    );

    public string? Get(string fullKey) => _values.Value.GetValueOrDefault(fullKey);
}
