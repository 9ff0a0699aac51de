using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.SageMaker.Definitions;
using MlopsBatch.LocalCloud.SageMaker.Values;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>
/// Runs the steps of an execution: each as soon as the steps that it waits for have succeeded. After a failure the
/// steps that don't depend on the failed one still run; a Fail step ends the execution and stops what is running.
/// </summary>
internal sealed class ExecutionRun : IValueSource
{
    private readonly ExecutionSetup _setup;
    private readonly ExecutionLog _log;
    private readonly CancellationToken _stopped;
    private readonly CancellationTokenSource _end;
    private readonly StepRunLoop _steps;
    private readonly Dictionary<string, StepDefinition> _definitions;
    private string? _failMessage;

    public ExecutionRun(ExecutionSetup setup, ExecutionLog log, CancellationToken stopped)
    {
        _setup = setup;
        _log = log;
        _stopped = stopped;
        _end = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        _definitions = setup.Definition.Steps.ToDictionary(step => step.Name, StringComparer.Ordinal);
        _steps = new StepRunLoop(setup, log, new ValueResolver(this, setup.Host.S3.As(setup.Role)), Fail);
    }

    public IReadOnlyDictionary<string, JsonNode?> Parameters => _setup.Parameters;

    public async Task RunAsync()
    {
        var running = new List<Task>();
        var started = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            _log.Begin();
            while (true)
            {
                foreach (var step in Ready(started))
                {
                    var others = running.Count;
                    if (
                        _end.IsCancellationRequested
                        || others >= _setup.Options.MaxParallelSteps
                        || (others > 0 && _setup.Host.Options.IsSlow(step.Name))
                    )
                    {
                        break;
                    }
                    started.Add(step.Name);
                    _setup.Activity.Begin();
                    running.Add(_steps.RunAsync(step, _end.Token));
                }
                if (running.Count == 0)
                {
                    break;
                }
                // Each running step counts as activity (but for its waits), so the execution needn't; the count of the step
                // that is done passes to the execution.
                _setup.Activity.End();
                var done = await Task.WhenAny(running);
                running.Remove(done);
                await done;
            }
            End();
        }
        finally
        {
            // Only a fault of the executor itself comes here with running steps; none of them may outlive the execution.
            await _end.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            running.ForEach(_ => _setup.Activity.End());
            _setup.Activity.End();
            _end.Dispose();
        }
    }

    public JsonNode Variable(string name) =>
        name switch
        {
            "StartDateTime" => CloudEvent.Timestamp(_log.StartTime),
            "CurrentDateTime" => CloudEvent.Timestamp(_setup.Time.GetUtcNow()),
            "PipelineName" => _setup.PipelineName,
            "PipelineArn" => _setup.PipelineArn,
            "PipelineExecutionId" => _setup.ExecutionId,
            _ => _setup.ExecutionArn,
        };

    public JsonObject Properties(string step) => _log.Properties(step);

    public StepDefinition Step(string name) => _definitions[name];

    /// <summary>Steps that can begin, slow ones last.</summary>
    private IEnumerable<StepDefinition> Ready(HashSet<string> started) =>
        _setup
            .Definition.Steps.Where(step => !started.Contains(step.Name) && IsReady(step))
            .OrderBy(step => _setup.Host.Options.IsSlow(step.Name));

    private bool IsReady(StepDefinition step) =>
        step.Dependencies.All(HasSucceeded)
        && (step.Parent is null || (HasSucceeded(step.Parent) && TookBranch(step.Parent, step.InIfBranch)));

    private bool HasSucceeded(string step) => _log.Find(step)?.Status == StepStatus.Succeeded;

    private bool TookBranch(string condition, bool ifBranch) =>
        _log.Properties(condition)["Outcome"]!.ToString() == ifBranch.ToString(CultureInfo.InvariantCulture);

    /// <summary>A Fail step was reached.</summary>
    private void Fail(string message)
    {
        _failMessage = message;
        _end.Cancel();
    }

    private void End()
    {
        if (_failMessage is not null)
        {
            _log.End(ExecutionStatus.Failed, _failMessage);
        }
        else if (_stopped.IsCancellationRequested)
        {
            _log.End(ExecutionStatus.Stopped, null);
        }
        else if (_log.Steps.Any(step => step.Status == StepStatus.Failed))
        {
            _log.End(ExecutionStatus.Failed, PipelineExecution.StepFailure);
        }
        else
        {
            _log.End(ExecutionStatus.Succeeded, null);
        }
    }
}
