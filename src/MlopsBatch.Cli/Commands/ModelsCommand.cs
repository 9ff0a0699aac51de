using System.CommandLine;
using Amazon.SageMaker;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Registry;
using Spectre.Console;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops models</c>: what the model registry says.</summary>
internal static class ModelsCommand
{
    /// <param name="context">Where to write, where the project is.</param>
    /// <param name="registry">Makes the look-up of a stack.</param>
    /// <param name="client">Makes the client of a stack's account.</param>
    public static Command Create(
        CliContext context,
        Func<StackContext, IApprovedModels> registry,
        Func<StackContext, IAmazonSageMaker> client
    )
    {
        var command = new Command(
            "models",
            "List, show, approve and reject model versions. Needs AWS credentials, or those of a local cloud ('./mlops local env')."
        );
        foreach (var child in new ModelVersionCommands(context, client).Create())
        {
            command.Add(child);
        }
        command.Add(Approved(context, registry));
        return command;
    }

    private static Command Approved(CliContext context, Func<StackContext, IApprovedModels> registry)
    {
        var stacks = new Option<string[]>("--stack", "-s")
        {
            Description =
                "Name of a stack (Pulumi.NAME.yaml in the project's root), or the path of such a file; may be given several times.",
            Required = true,
            HelpName = "NAME",
        };
        var json = new Option<bool>("--json")
        {
            Description =
                "Print stack, group and ARN as JSON: a file for MLOPS_APPROVED_MODELS, with which 'pulumi up' deploys "
                + "exactly these versions; pinned ones are left out, because each deployment has its own pins.",
        };
        var command = new Command(
            "approved",
            "Show the version of each model that a deployment would use now: the approved one with the highest number, or the pinned one."
        )
        {
            stacks,
            json,
        };
        command.SetAction(
            async (result, _) =>
            {
                var contexts = result
                    .GetRequiredValue(stacks)
                    .Distinct(StringComparer.Ordinal)
                    .Select(stack => StackOptions.Read(context, stack))
                    .ToList();
                var found = await FindAsync(contexts, registry);
                if (result.GetValue(json))
                {
                    var handedOn = contexts.ToDictionary(
                        stack => stack.Stack,
                        stack => ResolvedVersions.Unpinned(stack, found[stack.Stack])
                    );
                    context.Out.WriteLine(ResolvedVersions.ToJson(handedOn));
                }
                else
                {
                    Print(context, found);
                }

                return 0;
            }
        );
        return command;
    }

    /// <summary>Each question once: two stacks that ask the same get the same answer, even if somebody decides meanwhile.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, ApprovedModel?>>> FindAsync(
        IEnumerable<StackContext> contexts,
        Func<StackContext, IApprovedModels> registry
    )
    {
        var found = new Dictionary<string, IReadOnlyDictionary<string, ApprovedModel?>>();
        var answered = new Dictionary<Question, Task<ApprovedModel?>>();
        foreach (var stack in contexts)
        {
            found[stack.Stack] = await ResolvedVersions.FindAsync(stack, new Remembering(stack, registry(stack), answered));
        }

        return found;
    }

    private static void Print(CliContext context, IReadOnlyDictionary<string, IReadOnlyDictionary<string, ApprovedModel?>> stacks)
    {
        foreach (var (stack, groups) in stacks)
        {
            foreach (var (group, version) in groups)
            {
                context.Console.WriteLine(
                    version is null
                        ? $"{stack}  {group}  no version is approved"
                        : $"{stack}  {group}  version {version.Version}  {version.ModelPackageArn}"
                );
            }
        }
    }

    /// <summary>All that an answer depends on: stacks may differ in what they take for a review.</summary>
    private sealed record Question(string Group, string? Pinned, ReviewGate Gate, string Region, string? ReaderRoleArn);

    private sealed class Remembering(
        StackContext stack,
        IApprovedModels registry,
        Dictionary<Question, Task<ApprovedModel?>> answered
    ) : IApprovedModels
    {
        public Task<ApprovedModel?> FindAsync(string group, string? pinned)
        {
            var settings = stack.Settings;
            var question = new Question(group, pinned, settings.Gate(), stack.Region, settings.Registry?.ReaderRoleArn);
            if (!answered.TryGetValue(question, out var answer))
            {
                answered[question] = answer = registry.FindAsync(group, pinned);
            }

            return answer;
        }
    }
}
