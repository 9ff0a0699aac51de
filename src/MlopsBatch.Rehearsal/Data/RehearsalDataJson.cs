using System.Text.Json.Serialization;

namespace MlopsBatch.Rehearsal.Data;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RehearsalData))]
internal sealed partial class RehearsalDataJson : JsonSerializerContext;
