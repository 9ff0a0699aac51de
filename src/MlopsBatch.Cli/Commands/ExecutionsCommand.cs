using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Aws;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Registry;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Registry;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops executions list|show|watch</c>: how pipelines go.</summary>
/// <param name="context">Where to write, where the project is, which clock watching waits by.</param>
/// <param name="client">Makes the client of a stack's account.</param>
internal sealed class ExecutionsCommand(CliContext context, Func<StackContext, IAmazonSageMaker> client)
{
    private const int Shown = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Option<string> _stack = new StackOptions().Stack;
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    public Command Create() =>
        new("executions", "See how pipelines go. Needs AWS credentials, or those of a local cloud ('./mlops local env').")
        {
            List(),
            One("show", "Show an execution and its steps.", wait: false),
            One("watch", "Show an execution's steps as they start and end; the exit code is 0 only if it succeeds.", wait: true),
        };

    private Command List()
    {
        var command = new Command("list", $"List the newest {Shown} executions of each pipeline of the stack.") { _stack, _json };
        command.SetAction(
            async (result, cancellation) =>
            {
                var stack = StackOptions.Read(context, result.GetRequiredValue(_stack));
                using var sageMaker = client(stack);
                var all = await ListAsync(new SageMakerCalls(sageMaker), stack, cancellation);
                if (result.GetValue(_json))
                {
                    var rows = all.Select(one => new
                    {
                        arn = one.PipelineExecutionArn,
                        status = one.PipelineExecutionStatus?.Value,
                        started = one.StartTime,
                    });
                    context.Out.WriteLine(JsonSerializer.Serialize(rows, CliJson.Indented));
                    return ExitCodes.Success;
                }
                foreach (var one in all)
                {
                    context.Out.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{one.StartTime:yyyy-MM-dd HH:mm:ss}  {one.PipelineExecutionStatus?.Value,-9}  {one.PipelineExecutionArn}"
                        )
                    );
                }
                return ExitCodes.Success;
            }
        );
        return command;
    }

    private Command One(string name, string description, bool wait)
    {
        var execution = new Argument<string>("execution") { Description = "An execution's ARN, or its id.", HelpName = "EXECUTION" };
        var command = new Command(name, description) { execution, _stack, _json };
        command.SetAction(
            async (result, cancellation) =>
            {
                var stack = StackOptions.Read(context, result.GetRequiredValue(_stack));
                using var sageMaker = client(stack);
                var calls = new SageMakerCalls(sageMaker);
                var arn = await ArnAsync(calls, stack, result.GetRequiredValue(execution), cancellation);
                var asJson = result.GetValue(_json);
                var seen = new HashSet<string>(StringComparer.Ordinal);
                while (true)
                {
                    // The execution before its steps: once it has ended, no step changes any more.
                    var described = await calls.ExecutionAsync(arn, cancellation);
                    var steps = await calls.StepsAsync(arn, cancellation);
                    var ended = described.PipelineExecutionStatus?.Value is not ("Executing" or "Stopping");
                    if (!asJson)
                    {
                        Print(steps, seen);
                    }
                    if (ended || !wait)
                    {
                        PrintEnd(described, steps, asJson);
                        return described.PipelineExecutionStatus?.Value == "Succeeded" || !wait ? ExitCodes.Success : ExitCodes.Failure;
                    }
                    await Task.Delay(Pause, context.Time, cancellation);
                }
            }
        );
        return command;
    }

    private void Print(IEnumerable<PipelineExecutionStep> steps, HashSet<string> seen)
    {
        foreach (var step in steps.Where(step => seen.Add($"{step.StepName} {step.StepStatus?.Value}")))
        {
            var time = step.EndTime ?? step.StartTime;
            context.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{time:HH:mm:ss}  {step.StepStatus?.Value,-9}  {step.StepName}{(step.FailureReason is { } why ? ": " + why : "")}"
                )
            );
        }
    }

    private void PrintEnd(DescribePipelineExecutionResponse described, IReadOnlyList<PipelineExecutionStep> steps, bool asJson)
    {
        if (!asJson)
        {
            context.Out.WriteLine(
                $"{described.PipelineExecutionArn} is {described.PipelineExecutionStatus?.Value}"
                    + (described.FailureReason is { } reason ? $": {reason}" : ".")
            );
            return;
        }
        var view = new
        {
            arn = described.PipelineExecutionArn,
            status = described.PipelineExecutionStatus?.Value,
            failureReason = described.FailureReason,
            started = described.CreationTime,
            steps = steps.Select(step => new
            {
                name = step.StepName,
                status = step.StepStatus?.Value,
                started = step.StartTime,
                ended = step.EndTime,
                failureReason = step.FailureReason,
            }),
        };
        context.Out.WriteLine(JsonSerializer.Serialize(view, CliJson.Indented));
    }

    private static async Task<string> ArnAsync(SageMakerCalls calls, StackContext stack, string execution, CancellationToken cancellation)
    {
        if (Arn.TryParse(execution, out _))
        {
            return execution;
        }
        var all = await ListAsync(calls, stack, cancellation);
        return all.Select(one => one.PipelineExecutionArn!).FirstOrDefault(arn => arn.EndsWith("/" + execution, StringComparison.Ordinal))
            ?? throw new CommandException($"None of the newest executions of stack {stack.Stack} has the id '{execution}'; give its ARN.");
    }

    private static async Task<IReadOnlyList<PipelineExecutionSummary>> ListAsync(
        SageMakerCalls calls,
        StackContext stack,
        CancellationToken cancellation
    )
    {
        var all = new List<PipelineExecutionSummary>();
        foreach (var pipeline in StackModel.Of(stack).SelectMany(model => PipelinesOf(stack, model.Pipelines)))
        {
            all.AddRange(await calls.ExecutionsAsync(pipeline, Shown, cancellation));
        }
        return [.. all.OrderByDescending(one => one.StartTime)];
    }

    /// <summary>The pipelines that an account of the stack's roles has.</summary>
    private static IEnumerable<string> PipelinesOf(StackContext stack, PipelineNames names) =>
        Enum.GetValues<PipelineKind>()
            .Where(kind =>
                stack.Settings.Roles.Contains(
                    kind == PipelineKind.BatchInference ? Configuration.AccountRole.Deploy : Configuration.AccountRole.Build
                )
            )
            .Select(kind => names[kind]);
}
