using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines;

/// <summary>What an evaluation after a tuning judges beside the best trial's model.</summary>
/// <param name="FixedModel">URI of the model that was trained with the approved, fixed hyperparameters on the same split.</param>
/// <param name="Trials">URI below which every trial's model lies.</param>
internal sealed record TuningResult(Value<string> FixedModel, Value<string> Trials);
