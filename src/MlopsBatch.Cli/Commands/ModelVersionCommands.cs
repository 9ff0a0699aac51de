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

/// <summary><c>mlops models list|show|approve|reject</c>: the data scientist's side of the model registry.</summary>
/// <param name="context">Where to write, where the project is.</param>
/// <param name="client">Makes the client of a stack's account.</param>
internal sealed class ModelVersionCommands(CliContext context, Func<StackContext, IAmazonSageMaker> client)
{
    private readonly Option<string> _stack = new StackOptions().Stack;
    private readonly Option<string?> _model = new("--model", "-m")
    {
        Description = "A model of the stack; may be left out if it has only one.",
        HelpName = "MODEL",
    };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    public IEnumerable<Command> Create() =>
        [
            List(),
            Show(),
            Decide(
                "approve",
                "Approve a version: the deployment that follows rolls it out.",
                ModelApprovalStatus.Approved,
                withReview: true
            ),
            Decide(
                "reject",
                "Reject a version: if it was deployed, the deployment that follows rolls back to the approved one before it.",
                ModelApprovalStatus.Rejected,
                withReview: false
            ),
        ];

    private Command List()
    {
        var command = new Command("list", "List the versions of a model, the newest first.") { _stack, _model, _json };
        command.SetAction(
            async (result, cancellation) =>
            {
                var (stack, model) = Read(result);
                using var sageMaker = client(stack);
                var versions = await new SageMakerCalls(sageMaker).VersionsAsync(model.Group, cancellation);
                if (result.GetValue(_json))
                {
                    Print(
                        versions.Select(version => new
                        {
                            group = version.ModelPackageGroupName,
                            version = version.ModelPackageVersion,
                            status = version.ModelApprovalStatus?.Value,
                            registered = version.CreationTime,
                            arn = version.ModelPackageArn,
                        })
                    );
                    return ExitCodes.Success;
                }
                foreach (var version in versions)
                {
                    context.Out.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{version.ModelPackageVersion,4}  {version.ModelApprovalStatus?.Value,-21}  "
                                + $"{version.CreationTime:yyyy-MM-dd HH:mm}  {version.ModelPackageArn}"
                        )
                    );
                }
                if (versions.Count == 0)
                {
                    context.Out.WriteLine($"{model.Name} has no versions yet; './mlops start training -s {stack.Stack}' makes one.");
                }
                return ExitCodes.Success;
            }
        );
        return command;
    }

    private Command Show()
    {
        var version = Version();
        var command = new Command("show", "Show a version: data, code, metric, who approved it, accounts that score with it.")
        {
            version,
            _stack,
            _model,
            _json,
        };
        command.SetAction(
            async (result, cancellation) =>
            {
                var (stack, model) = Read(result);
                using var sageMaker = client(stack);
                var calls = new SageMakerCalls(sageMaker);
                var arn = await ArnAsync(calls, model, result.GetRequiredValue(version), cancellation);
                var view = VersionView.Of(await calls.VersionAsync(arn, cancellation)) with
                {
                    Accounts = await DeployedIn.FindAsync(calls, stack, model, arn, cancellation),
                };
                if (result.GetValue(_json))
                {
                    Print(view);
                    return ExitCodes.Success;
                }
                Line("version", string.Create(CultureInfo.InvariantCulture, $"{view.Group} {view.Version}, {view.Status}"));
                Line("arn", view.Arn);
                Line("data", view.Data);
                Line("code", view.Code);
                Line("execution", view.Execution);
                Line("metric", view.Metric);
                Line("parameters", view.Hyperparameters);
                Line("review", view.Review);
                Line("decision", view.Decision);
                Line("approver", view.Approver);
                foreach (var account in view.Accounts)
                {
                    Line("account", account);
                }
                return ExitCodes.Success;
            }
        );
        return command;
    }

    private Command Decide(string name, string description, ModelApprovalStatus status, bool withReview)
    {
        var version = Version();
        var comment = new Option<string?>("--comment") { Description = "Why; at most 1024 characters.", HelpName = "TEXT" };
        var review = new Option<string?>("--review")
        {
            Description = "Where the review board's decision is written down; needed where hyperparameters changed.",
            HelpName = "REFERENCE",
        };
        var command = new Command(name, description) { version, _stack, _model, comment, _json };
        if (withReview)
        {
            command.Add(review);
        }
        command.SetAction(
            async (result, cancellation) =>
            {
                var (stack, model) = Read(result);
                using var sageMaker = client(stack);
                var calls = new SageMakerCalls(sageMaker);
                var arn = await ArnAsync(calls, model, result.GetRequiredValue(version), cancellation);
                var (gate, text) = (stack.Settings.Gate(), result.GetValue(comment));
                var reference = withReview ? Reference(gate, result.GetValue(review)) : null;
                var awaitsReview = withReview && IsHeldBack(gate, await calls.VersionAsync(arn, cancellation), reference, text);
                await calls.UpdateAsync(
                    new UpdateModelPackageRequest
                    {
                        ModelPackageArn = arn,
                        ModelApprovalStatus = status,
                        ApprovalDescription = text,
                        CustomerMetadataProperties = reference is null ? null : Named(reference),
                    },
                    cancellation
                );
                if (result.GetValue(_json))
                {
                    Print(
                        new
                        {
                            arn,
                            status = status.Value,
                            awaitsReview,
                        }
                    );
                }
                else
                {
                    context.Out.WriteLine(
                        $"{arn} is {status.Value}."
                            + (
                                awaitsReview
                                    ? "\nIts hyperparameters were changed, so it isn't rolled out until it names its review: "
                                        + $"'./mlops models approve {arn} --review REFERENCE -s {stack.Stack} -m {model.Name}'. "
                                        + $"It needs {gate.Needs}."
                                    : ""
                            )
                    );
                }
                return ExitCodes.Success;
            }
        );
        return command;
    }

    private static Argument<string> Version() =>
        new("version") { Description = "A version's number, or its ARN, or 'latest'.", HelpName = "VERSION" };

    private (StackContext Stack, StackModel Model) Read(ParseResult result)
    {
        var stack = StackOptions.Read(context, result.GetRequiredValue(_stack));
        return (stack, StackModel.Of(stack, result.GetValue(_model)));
    }

    private static async Task<string> ArnAsync(SageMakerCalls calls, StackModel model, string version, CancellationToken cancellation)
    {
        if (Arn.TryParse(version, out var arn))
        {
            // Another model's version isn't what the other words of the command line are about.
            var group = model.Group.Split('/')[^1];
            return arn.ResourceParts is ["model-package", var named, _] && named == group
                ? version
                : throw new CommandException(
                    $"'{version}' is no version of {model.Name}, whose versions are in group {group}; give a version's number, or name its "
                        + "model with --model."
                );
        }

        var all = await calls.VersionsAsync(model.Group, cancellation);
        var found =
            version == "latest"
                ? all.FirstOrDefault()
                : all.FirstOrDefault(one => one.ModelPackageVersion?.ToString(CultureInfo.InvariantCulture) == version);
        return found?.ModelPackageArn
            ?? throw new CommandException(
                all.Count == 0
                    ? $"{model.Name} has no versions yet."
                    : $"{model.Name} has no version '{version}'; it has {string.Join(", ", all.Select(one => one.ModelPackageVersion))}."
            );
    }

    /// <exception cref="CommandException">The gate would refuse it, and the version be held back.</exception>
    private static string? Reference(ReviewGate gate, string? given) =>
        given is null || !gate.RequireReview || gate.Reference(Named(given), null) is not null
            ? given
            : throw new CommandException($"--review: got '{given}', needs {gate.Needs}.");

    private static bool IsHeldBack(ReviewGate gate, DescribeModelPackageResponse version, string? reference, string? comment)
    {
        var metadata = new Dictionary<string, string>(version.CustomerMetadataProperties ?? []);
        if (reference is not null)
        {
            metadata[MetadataKeys.ReviewReference] = reference;
        }

        return !gate.IsOpen(metadata, comment ?? version.ApprovalDescription);
    }

    private static Dictionary<string, string> Named(string reference) => new() { [MetadataKeys.ReviewReference] = reference };

    private void Line(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            context.Out.WriteLine($"{name,-11}{value}");
        }
    }

    private void Print(object value) => context.Out.WriteLine(JsonSerializer.Serialize(value, CliJson.Indented));
}
