using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>An execution of a pipeline, running or ended. Its members can be read from any thread.</summary>
public sealed class PipelineExecution
{
    /// <summary>What DescribePipelineExecution says when a step failed.</summary>
    internal const string StepFailure = "Step failure: One or multiple steps failed.";

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _begin = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExecutionLog _log;

    internal PipelineExecution(ExecutionSetup setup)
    {
        Setup = setup;
        _log = new ExecutionLog(setup);
        Completion = RunAsync();
    }

    /// <summary><c>arn:aws:sagemaker:…:pipeline/{name}/execution/{id}</c></summary>
    public string Arn => Setup.ExecutionArn;

    /// <summary>Twelve lower-case letters and digits.</summary>
    public string Id => Setup.ExecutionId;

    public string PipelineName => Setup.PipelineName;

    public string PipelineArn => Setup.PipelineArn;

    public string? DisplayName => Setup.Options.DisplayName;

    public string? Description => Setup.Options.Description;

    /// <summary>Every parameter of the pipeline with the value that it has in this execution, defaults included.</summary>
    public IReadOnlyDictionary<string, string> Parameters =>
        Setup.Parameters.ToDictionary(p => p.Key, p => p.Value?.ToString() ?? "", StringComparer.Ordinal);

    /// <summary>The text of the definition that it runs, whatever became of the pipeline since.</summary>
    public string Definition => Setup.DefinitionText;

    public DateTimeOffset StartTime => _log.StartTime;

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? EndTime => _log.EndTime;

    public ExecutionStatus Status => _log.Status;

    /// <summary>Why it failed; the failed steps say more.</summary>
    public string? FailureReason => _log.FailureReason;

    /// <summary>The steps that have started so far, in the order of their start (ListPipelineExecutionSteps).</summary>
    public IReadOnlyList<StepExecution> Steps => _log.Steps;

    /// <summary>Completes with this execution when it has ended, in whichever status.</summary>
    public Task<PipelineExecution> Completion { get; }

    internal ExecutionSetup Setup { get; }

    /// <summary>Starts it, once whoever looks it up can find it.</summary>
    internal void Begin()
    {
        Setup.Activity.Begin();
        _begin.SetResult();
    }

    /// <summary>A step by its name.</summary>
    /// <exception cref="CloudException">ResourceNotFound if it hasn't started.</exception>
    public StepExecution Step(string name) =>
        Steps.FirstOrDefault(step => step.Name == name)
        ?? throw new CloudException(
            "ResourceNotFound",
            $"Execution {Id} of '{PipelineName}' has not started a step '{name}'.{DidYouMean.Hint(name, Steps.Select(step => step.Name))}"
        );

    /// <summary>The properties that a step which succeeded has set, by the names of the service's Describe response; empty
    /// otherwise.</summary>
    public JsonObject Properties(string stepName) => (JsonObject)_log.Properties(stepName).DeepClone();

    /// <summary>Stops it: running steps are killed, no other starts. No error if it has ended.</summary>
    public void Stop()
    {
        if (_log.TryStopping())
        {
            _stop.Cancel();
        }
    }

    private async Task<PipelineExecution> RunAsync()
    {
        await _begin.Task;
        await new ExecutionRun(Setup, _log, _stop.Token).RunAsync();
        return this;
    }
}
