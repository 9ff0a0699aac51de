using System.Text.Json.Serialization;

namespace MlopsBatch.Rehearsal.Reporting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JudgementReport))]
internal sealed partial class JudgementJson : JsonSerializerContext;
