using System.Text.Json.Serialization;

namespace MlopsBatch.Offline.Tests.Lambda;

public sealed record Order([property: JsonPropertyName("item")] string? Item, [property: JsonPropertyName("count")] int Count);
