namespace MlopsBatch.Pipelines.Scripts;

/// <summary>The members of <c>contract.json</c> that a deployment reads.</summary>
internal sealed record ScriptContractFile
{
    public Dictionary<string, HyperparameterRule>? Hyperparameters { get; init; }
}
