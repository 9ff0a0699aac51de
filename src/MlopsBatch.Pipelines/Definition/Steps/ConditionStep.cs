using System.Text.Json.Nodes;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Goes on in one of two ways: whether all conditions hold, or not.</summary>
public sealed class ConditionStep(string name, string description, params IReadOnlyList<Condition> conditions)
    : Step(name, "Condition", description)
{
    public IReadOnlyList<Step> IfSteps { get; init; } = [];

    public IReadOnlyList<Step> ElseSteps { get; init; } = [];

    public override IEnumerable<StepPort> Inputs => [.. conditions.Select(condition => new StepPort("condition", condition.ToString()))];

    public override IEnumerable<Step> AndNested() => [this, .. IfSteps.Concat(ElseSteps).SelectMany(step => step.AndNested())];

    private protected override JsonObject Arguments(References references) =>
        Json.Object(
            ("Conditions", Json.Array(conditions.Select(condition => condition.ToJson(references)))),
            ("IfSteps", Json.Array(IfSteps.Select(step => step.ToJson(references)))),
            ("ElseSteps", Json.Array(ElseSteps.Select(step => step.ToJson(references))))
        );
}
