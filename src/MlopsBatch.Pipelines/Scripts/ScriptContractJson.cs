using System.Text.Json.Serialization;

namespace MlopsBatch.Pipelines.Scripts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScriptContractFile))]
internal sealed partial class ScriptContractJson : JsonSerializerContext;
