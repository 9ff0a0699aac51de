using System.Text.Json.Serialization;

namespace MlopsBatch.LocalCloud.SageMaker.Shapes;

/// <summary>One shape of SageMaker's API model.</summary>
internal sealed record ApiShape
{
    /// <summary>structure, list, map, string, integer, long, float, double, boolean or timestamp.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>Members that a structure must have.</summary>
    [JsonPropertyName("required")]
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>A structure's members and their shapes' names.</summary>
    [JsonPropertyName("members")]
    public IReadOnlyDictionary<string, string> Members { get; init; } = new Dictionary<string, string>();

    /// <summary>A list's element shape.</summary>
    [JsonPropertyName("member")]
    public string? Element { get; init; }

    /// <summary>A map's value shape.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>A text's allowed values; empty if free.</summary>
    [JsonPropertyName("enum")]
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>A regular expression for the whole text.</summary>
    [JsonPropertyName("pattern")]
    public string? Pattern { get; init; }

    /// <summary>Least number, length or count.</summary>
    [JsonPropertyName("min")]
    public double? Min { get; init; }

    /// <summary>Greatest number, length or count.</summary>
    [JsonPropertyName("max")]
    public double? Max { get; init; }

    [JsonIgnore]
    public bool IsContainer => Type is "structure" or "list" or "map";
}
