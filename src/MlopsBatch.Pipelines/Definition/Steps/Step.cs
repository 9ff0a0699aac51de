using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>A step of a pipeline. Steps that neither refer to nor depend on each other run in parallel.</summary>
/// <param name="name">Unique in the pipeline: see <see cref="StepNames"/>.</param>
/// <param name="type">SageMaker's name of the kind of step.</param>
/// <param name="description">One sentence for readers, shown in SageMaker Studio.</param>
public abstract class Step(string name, string type, string description)
{
    public string Name { get; } = name;

    public string Type { get; } = type;

    public string Description { get; } = description;

    /// <summary>Steps to wait for although no value of theirs is used.</summary>
    public IReadOnlyList<Step> DependsOn { get; init; } = [];

    /// <summary>What the step reads, for human readers.</summary>
    public virtual IEnumerable<StepPort> Inputs => [];

    /// <summary>What the step writes, for human readers.</summary>
    public virtual IEnumerable<StepPort> Outputs => [];

    /// <summary>The step, and the steps in its branches.</summary>
    public virtual IEnumerable<Step> AndNested() => [this];

    /// <summary>The steps that this one waits for: those it takes a value from, and <see cref="DependsOn"/>.</summary>
    public IReadOnlyList<Step> WaitsFor
    {
        get
        {
            var references = new References();
            ToJson(references);
            return [.. references.Steps.Distinct().Except(AndNested())];
        }
    }

    public override string ToString() => Name;

    internal JsonObject ToJson(References references)
    {
        foreach (var step in DependsOn)
        {
            references.Add(step);
        }

        var retries = RetryPolicies.Select(policy => policy.ToJson()).ToList();
        return Json.Object([
            ("Name", Name),
            ("Type", Type),
            ("Arguments", Arguments(references)),
            ("DependsOn", DependsOn.Count == 0 ? null : Json.Array(DependsOn.Select(step => step.Name))),
            ("Description", Description),
            ("RetryPolicies", retries.Count == 0 ? null : Json.Array(retries)),
            .. Extras(references),
        ]);
    }

    private protected virtual IReadOnlyList<RetryPolicy> RetryPolicies => [];

    private protected abstract JsonObject Arguments(References references);

    /// <summary>What a kind of step has beside its arguments.</summary>
    private protected virtual IEnumerable<(string Name, JsonNode? Value)> Extras(References references) => [];
}
