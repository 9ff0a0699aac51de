using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs;

/// <summary>What a step that succeeded leaves.</summary>
/// <param name="Properties">What other steps can refer to: the service's Describe response.</param>
/// <param name="Metadata">What ListPipelineExecutionSteps and events say of it.</param>
internal sealed record StepOutcome(JsonObject Properties, JsonObject Metadata);
