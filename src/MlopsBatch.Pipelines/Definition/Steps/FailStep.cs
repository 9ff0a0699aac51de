using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Ends the execution as failed.</summary>
/// <param name="name">Told apart by rules and mails.</param>
/// <param name="description">One sentence for readers.</param>
/// <param name="message">Why, for the people who get the mail; up to 3072 characters.</param>
public sealed class FailStep(string name, string description, Value<string> message) : Step(name, "Fail", description)
{
    public override IEnumerable<StepPort> Inputs => [new("message", message.ToString())];

    private protected override JsonObject Arguments(References references) => Json.Object(("ErrorMessage", message.ToJson(references)));
}
