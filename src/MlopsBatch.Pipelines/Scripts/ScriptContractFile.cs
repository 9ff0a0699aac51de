using System.Text.Json.Serialization;

namespace MlopsBatch.Pipelines.Scripts;

/// <summary>The members of <c>contract.json</c> that a deployment reads.</summary>
internal sealed record ScriptContractFile
{
    public Dictionary<string, HyperparameterRule>? Hyperparameters { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScriptContractFile))]
internal sealed partial class ScriptContractJson : JsonSerializerContext;
