using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Activity;
using MlopsBatch.LocalCloud.SageMaker.Definitions;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>
/// The state of an execution. Every change is announced, one after the other: to the starter's callback and as an
/// event on the account's bus. Announcing only posts to mailboxes, so it may happen under the lock, which keeps the order.
/// </summary>
internal sealed class ExecutionLog
{
    private readonly Lock _lock = new();
    private readonly ExecutionSetup _setup;
    private readonly ExecutionEvents _events;
    private readonly Mailbox<StepExecution>? _starter;
    private ImmutableList<StepExecution> _steps = [];
    private ImmutableDictionary<string, JsonObject> _properties = ImmutableDictionary.Create<string, JsonObject>(StringComparer.Ordinal);

    public ExecutionLog(ExecutionSetup setup)
    {
        _setup = setup;
        _events = new ExecutionEvents(setup);
        if (setup.Options.StepChanged is { } changed)
        {
            _starter = new(
                $"the starter of execution {setup.ExecutionId}",
                setup.Activity,
                step =>
                {
                    changed(step);
                    return Task.CompletedTask;
                }
            );
        }
        StartTime = setup.Time.GetUtcNow();
    }

    public DateTimeOffset StartTime { get; }

    public DateTimeOffset? EndTime { get; private set; }

    public ExecutionStatus Status { get; private set; } = ExecutionStatus.Executing;

    public string? FailureReason { get; private set; }

    public IReadOnlyList<StepExecution> Steps => _steps;

    public StepExecution? Find(string name) => _steps.Find(step => step.Name == name);

    public JsonObject Properties(string step) => _properties.GetValueOrDefault(step, []);

    public void Begin()
    {
        lock (_lock)
        {
            _events.Publish(this, null);
        }
    }

    public void SetProperties(string step, JsonObject properties) =>
        // Through text, so that every value is read in one way, whatever it was made from.
        ImmutableInterlocked.TryAdd(ref _properties, step, (JsonObject)JsonNode.Parse(properties.ToJsonString())!);

    public void StartStep(StepDefinition step) =>
        Change(
            null,
            new StepExecution
            {
                Name = step.Name,
                Type = step.Type,
                DisplayName = step.DisplayName,
                Description = step.Description,
                Status = StepStatus.Starting,
                StartTime = _setup.Time.GetUtcNow(),
            }
        );

    /// <summary>Changes a step and announces it if its status is another one.</summary>
    public void Update(string name, Func<StepExecution, StepExecution> change)
    {
        lock (_lock)
        {
            var before = Find(name)!;
            Change(before, change(before));
        }
    }

    /// <summary>Ends a step.</summary>
    public void EndStep(string name, StepStatus status, string? failureReason, JsonObject? metadata) =>
        Update(
            name,
            step =>
                step with
                {
                    Status = status,
                    EndTime = _setup.Time.GetUtcNow(),
                    FailureReason = failureReason,
                    Metadata = metadata ?? step.Metadata,
                }
        );

    /// <summary>Whether it was running until now.</summary>
    public bool TryStopping()
    {
        lock (_lock)
        {
            if (Status != ExecutionStatus.Executing)
            {
                return false;
            }
            Transition(ExecutionStatus.Stopping);
            return true;
        }
    }

    public void End(ExecutionStatus status, string? failureReason)
    {
        lock (_lock)
        {
            EndTime = _setup.Time.GetUtcNow();
            FailureReason = failureReason;
            Transition(status);
        }
    }

    private void Transition(ExecutionStatus status)
    {
        var previous = Status;
        Status = status;
        _events.Publish(this, previous);
    }

    private void Change(StepExecution? before, StepExecution after)
    {
        lock (_lock)
        {
            _steps = before is null ? _steps.Add(after) : _steps.Replace(before, after);
            if (before?.Status != after.Status)
            {
                _starter?.Post(after);
                _events.Publish(before, after);
            }
        }
    }
}
