using System.CommandLine;
using Amazon;
using Amazon.EventBridge;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.Cli.Machine;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Registry;

namespace MlopsBatch.Cli.Deployments;

/// <summary><c>mlops deployment report|drift</c>: a job tells how it ended, so that people hear of it.</summary>
/// <param name="context">Where to write, where the project is, what GitLab says of the job.</param>
/// <param name="bus">Makes the client of a region's bus.</param>
internal sealed class DeploymentCommand(CliContext context, Func<string, IAmazonEventBridge> bus)
{
    /// <summary>What Pulumi says if, and only if, a preview with <c>--expect-no-changes</c> would change something.</summary>
    private const string DriftFound = "no changes were expected";

    private readonly Option<string> _stack = new StackOptions().Stack;
    private readonly Option<string> _status = new Option<string>("--status")
    {
        Description = "How the job ended, as GitLab's CI_JOB_STATUS says it.",
        HelpName = "success|failed|canceled",
        Required = true,
    }.AcceptOnlyFromAmong("success", "failed", "canceled");

    public static IAmazonEventBridge Client(string region) =>
        new AmazonEventBridgeClient(new AmazonEventBridgeConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) });

    public Command Create() =>
        new(
            "deployment",
            "Tell the account how a job of GitLab ended: an audit event, which becomes a mail. Needs AWS credentials that may put events."
        )
        {
            Report(),
            Drift(),
        };

    private Command Report()
    {
        var before = Outputs("--before", "before the deployment");
        var after = Outputs("--after", "after it");
        var resolved = new Option<string?>("--approved-models")
        {
            Description = "What './mlops models approved --json' wrote for this deployment; may be missing.",
            HelpName = "FILE",
        };
        var command = new Command("report", "Tell how a deployment ended: which version each model has now, or that it failed.")
        {
            _stack,
            _status,
            before,
            after,
            resolved,
        };
        command.SetAction(
            async (result, cancellation) =>
            {
                var file = StackFile.Read(context.ProjectRoot, result.GetRequiredValue(_stack));
                var end = new DeploymentEnd(DeployJob.Of(context.Environment), file.Stack, StackVersions.Read(result.GetValue(before)));
                var status = result.GetRequiredValue(_status);
                var handedOn = HandedOn(result.GetValue(resolved), file.Stack);
                IReadOnlyList<AuditEntry> entries =
                    status == "success"
                        ? end.Succeeded(
                            StackVersions.Read(result.GetValue(after))
                                ?? throw new MachineException(
                                    $"--after: {result.GetValue(after) ?? "no file"} doesn't tell which versions the stack has; make it "
                                        + $"with 'pulumi stack output --json --stack {file.Stack}' after the deployment."
                                ),
                            handedOn.PassedOver
                        )
                        : [end.Failed(handedOn.Versions, Reason(status))];
                return await PutAsync(file, entries, cancellation);
            }
        );
        return command;
    }

    private Command Drift()
    {
        var log = new Option<string?>("--log")
        {
            Description = "What 'pulumi preview --refresh --expect-no-changes' printed; may be missing.",
            HelpName = "FILE",
        };
        var command = new Command("drift", "Tell that an account differs from what was deployed, or that this couldn't be looked up.")
        {
            _stack,
            _status,
            log,
        };
        command.SetAction(
            async (result, cancellation) =>
            {
                var file = StackFile.Read(context.ProjectRoot, result.GetRequiredValue(_stack));
                if (result.GetRequiredValue(_status) == "success")
                {
                    context.Out.WriteLine($"{file.Stack}: no drift, so there is nothing to tell.");
                    return ExitCodes.Success;
                }

                var isFound =
                    result.GetValue(log) is { } path
                    && File.Exists(path)
                    && File.ReadLines(path).Any(line => line.Contains(DriftFound, StringComparison.Ordinal));
                var job = DeployJob.Of(context.Environment);
                var detail = new StackDriftDetail
                {
                    IsFound = isFound,
                    Stack = file.Stack,
                    Commit = job.Commit,
                    GitLabJobUrl = job.JobUrl,
                    GitLabPipelineUrl = job.PipelineUrl,
                };
                return await PutAsync(file, [new AuditEntry(DetailTypes.StackDrift, detail)], cancellation);
            }
        );
        return command;
    }

    private static Option<string?> Outputs(string name, string when) =>
        new(name)
        {
            Description = $"What 'pulumi stack output --json' printed {when}; may be missing where the job didn't get so far.",
            HelpName = "FILE",
        };

    private static string? Reason(string status) => status == "canceled" ? "The job was cancelled." : null;

    private static HandedOnVersions HandedOn(string? path, string stack) =>
        path is not null && File.Exists(path)
            ? ResolvedVersions.Read(new FileInfo(path), stack)
            : new(new Dictionary<string, string?>(), new Dictionary<string, string>());

    private async Task<int> PutAsync(StackFile file, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count > 0)
        {
            using var client = bus(file.Region);
            await new AuditBus(client).PutAsync(entries, cancellation);
        }

        foreach (var entry in entries)
        {
            context.Out.WriteLine($"{file.Stack}: told \"{entry.DetailType}\"{(entry.Resource is { } arn ? $", {arn}" : "")}");
        }

        return ExitCodes.Success;
    }
}
