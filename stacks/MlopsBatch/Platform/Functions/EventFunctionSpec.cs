using MlopsBatch.Configuration;
using MlopsBatch.Platform.Iam;
using Pulumi;

namespace MlopsBatch.Platform.Functions;

/// <summary>What makes one function differ from another.</summary>
/// <param name="Description">What it is for.</param>
/// <param name="TimeoutSeconds">Longest run, in seconds.</param>
/// <param name="Environment">Names and ARNs only, never a secret.</param>
/// <param name="Grants">What it may do besides logging and tracing.</param>
internal sealed record EventFunctionSpec(
    string Description,
    int TimeoutSeconds,
    InputMap<string> Environment,
    IReadOnlyList<Action<Grantee>> Grants
)
{
    /// <summary>
    /// What it may do with the models, in portions that fit a policy each: the first goes with the rest, every other gets its
    /// own.
    /// </summary>
    public IReadOnlyList<Action<Grantee>> ModelGrants { get; init; } = [];

    /// <summary>A name from the settings; left out, made from the stack's.</summary>
    public string? FunctionName { get; init; }

    /// <summary>Name of a bus besides the default one whose rules call it; left out, none.</summary>
    public string? Bus { get; init; }

    /// <summary>The VPC to run in; left out, none.</summary>
    public NetworkOptions? Network { get; init; }
}
