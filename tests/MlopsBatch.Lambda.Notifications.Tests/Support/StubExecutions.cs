using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Tests.Support;

/// <summary>Executions that failed at given steps, or that can't be asked about.</summary>
internal sealed class StubExecutions : IPipelineExecutions
{
    public ExecutionFailure Failure { get; init; } = new(null, []);

    public LookupException? Unavailable { get; init; }

    /// <summary>Key of what each execution works on, by its pipeline's kind.</summary>
    public Dictionary<PipelineKind, string> Inputs { get; init; } =
        new()
        {
            [PipelineKind.BatchInference] = Rig.Scene.Layout.InferenceData.Key("batch-2026-11-20.csv"),
            [PipelineKind.Training] = Rig.Scene.Layout.TrainingData.Key("training-data.csv"),
        };

    public Task<ExecutionInput?> InputOfAsync(string executionArn, CancellationToken cancellationToken) =>
        Unavailable is null
            ? Task.FromResult(
                Inputs
                    .Where(input => executionArn == Rig.Scene.ExecutionArn(input.Key))
                    .Select(input => new ExecutionInput(input.Value))
                    .FirstOrDefault()
            )
            : throw Unavailable;

    public Task<ExecutionFailure> FailureOfAsync(string executionArn, CancellationToken cancellationToken) =>
        Unavailable is null ? Task.FromResult(Failure) : throw Unavailable;

    public static StubExecutions FailedAt(params FailedStep[] steps) => new() { Failure = new(null, steps) };
}
