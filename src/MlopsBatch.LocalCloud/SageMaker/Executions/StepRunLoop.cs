using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Definitions;
using MlopsBatch.LocalCloud.SageMaker.Jobs;
using MlopsBatch.LocalCloud.SageMaker.Values;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>Takes one step from start to end, with its retries.</summary>
internal sealed class StepRunLoop(ExecutionSetup setup, ExecutionLog log, ValueResolver values, Action<string> fail)
{
    /// <summary>Never throws for what goes wrong in the step; that becomes its status.</summary>
    public async Task RunAsync(StepDefinition step, CancellationToken cancellation)
    {
        log.StartStep(step);
        try
        {
            var outcome = await WithRetriesAsync(step, cancellation);
            log.SetProperties(step.Name, outcome.Properties);
            log.EndStep(step.Name, StepStatus.Succeeded, null, outcome.Metadata);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            log.Update(step.Name, state => state with { Status = StepStatus.Stopping });
            log.EndStep(step.Name, StepStatus.Stopped, null, null);
        }
        catch (StepFailedException failure)
        {
            log.EndStep(step.Name, StepStatus.Failed, failure.Message, failure.Metadata);
        }
    }

    private async Task<StepOutcome> WithRetriesAsync(StepDefinition step, CancellationToken cancellation)
    {
        var retries = new RetryLoop(step, setup.Activity, setup.Time);
        for (var attempt = 1; ; attempt++)
        {
            StepFailedException failure;
            try
            {
                return await AttemptAsync(step, attempt, cancellation);
            }
            catch (StepFailedException error)
            {
                failure = error;
            }
            if (failure.ExceptionType is null || !await retries.WaitAsync(failure.ExceptionType, cancellation))
            {
                throw failure;
            }
            log.Update(step.Name, state => state with { AttemptCount = state.AttemptCount + 1 });
        }
    }

    private async Task<StepOutcome> AttemptAsync(StepDefinition step, int attempt, CancellationToken cancellation)
    {
        if (setup.Host.Options.StepFault(step.Name, attempt) is { } fault)
        {
            throw StepFailedException.Service(
                fault,
                $"{fault}: made up by StepFault for try {attempt.ToString(CultureInfo.InvariantCulture)}."
            );
        }
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return await TryAsync(step, attempt, cancellation);
        }
        catch (CloudException refused)
        {
            throw StepFailedException.Client(refused.Message, refused);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StepFailedException.Client($"this machine's storage failed: {error.Message}", error);
        }
    }

    private async Task<StepOutcome> TryAsync(StepDefinition step, int attempt, CancellationToken cancellation)
    {
        switch (step.Type)
        {
            case "Condition":
                Executing(step, []);
                var holds = new StepConditions(values).All(step.Arguments["Conditions"]);
                var outcome = holds.ToString(CultureInfo.InvariantCulture);
                return new StepOutcome(
                    new JsonObject { ["Outcome"] = outcome },
                    new JsonObject { ["condition"] = new JsonObject { ["outcome"] = outcome } }
                );
            case "Fail":
                Executing(step, []);
                var message = values.Resolve(step.Arguments["ErrorMessage"])!.ToString();
                fail(message);
                throw StepFailedException.Fail(message);
            default:
                return await setup.Runners[step.Type].RunAsync(Prepare(step, attempt), cancellation);
        }
    }

    private StepRun Prepare(StepDefinition step, int attempt)
    {
        var arguments = (JsonObject)values.Resolve(step.Arguments)!;
        var kind = StepKind.All[step.Type];
        var faults = new List<string>();
        setup.Shapes.Validate(kind.RequestShape!, arguments, kind.FilledIn, _ => null, (place, fault) => faults.Add($"{place} {fault}"));
        if (faults.Count > 0)
        {
            throw StepFailedException.Client(string.Join("; ", faults));
        }
        var name = JobName.Create(setup.Host.Ids, setup.ExecutionArn, step, attempt);
        var role = setup.Rights.Start(setup.Role, step.Type, name, arguments);
        return new StepRun
        {
            Step = step,
            Arguments = arguments,
            Values = values,
            JobName = name,
            S3 = setup.Host.S3.As(role),
            Pipeline = setup.Role,
            ExecutionArn = setup.ExecutionArn,
            Arn = setup.Arn,
            Started = metadata => Executing(step, metadata),
        };
    }

    private void Executing(StepDefinition step, JsonObject metadata) =>
        log.Update(step.Name, state => state with { Status = StepStatus.Executing, Metadata = metadata });
}
