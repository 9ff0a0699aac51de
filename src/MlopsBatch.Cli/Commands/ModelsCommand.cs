using System.CommandLine;
using Amazon.SageMaker;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Pipelines.Names;
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
                // Each question once: two stacks that ask the same get the same answer, even if somebody decides meanwhile.
                var answered = new Dictionary<Question, Task<ModelLookUp>>();
                var asked = contexts.Select(stack => (Stack: stack, Registry: new Remembering(stack, registry(stack), answered)));
                var warnings = result.GetValue(json) ? await HandOnAsync(context, asked) : await ShowAsync(context, asked);
                foreach (var warning in warnings)
                {
                    context.Error.WriteLine($"warning: {warning}");
                }

                return ExitCodes.Success;
            }
        );
        return command;
    }

    private static async Task<IReadOnlyList<string>> HandOnAsync(
        CliContext context,
        IEnumerable<(StackContext Stack, Remembering Registry)> asked
    )
    {
        var (handedOn, warnings) = (new Dictionary<string, HandedOnVersions>(), new List<string>());
        foreach (var (stack, registry) in asked)
        {
            var found = await ResolvedVersions.FindAsync(stack, registry);
            handedOn[stack.Stack] = HandedOnVersions.Of(found);
            warnings.AddRange(found.Values.SelectMany(group => Warnings(stack, group)));
        }

        context.Out.WriteLine(ResolvedVersions.ToJson(handedOn));
        return warnings;
    }

    private static async Task<IReadOnlyList<string>> ShowAsync(
        CliContext context,
        IEnumerable<(StackContext Stack, Remembering Registry)> asked
    )
    {
        var warnings = new List<string>();
        foreach (var (stack, registry) in asked)
        {
            foreach (var model in stack.Settings.Models)
            {
                var question = ModelQuestion.Of(stack, model);
                var found = await registry.FindAsync(question);
                context.Console.WriteLine(
                    $"{stack.Stack}  {question.Group.Split('/')[^1]}  "
                        + (
                            found.Version is { } version ? $"version {version.Version}  {version.ModelPackageArn}"
                            : found.PassedOver.Count > 0 ? "no version that is approved can be deployed"
                            : "no version is approved"
                        )
                );
                warnings.AddRange(Warnings(stack, found));
            }
        }

        return warnings;
    }

    private static IEnumerable<string> Warnings(StackContext stack, ModelLookUp found) =>
        found.PassedOver.Select(version => $"{stack.Stack}: {version.Fault(found)}");

    /// <summary>All that an answer depends on: stacks may differ in what they take for a review.</summary>
    private sealed record Question(ModelQuestion Asked, ReviewGate Gate, string Region, string? ReaderRoleArn);

    private sealed class Remembering(StackContext stack, IApprovedModels registry, Dictionary<Question, Task<ModelLookUp>> answered)
        : IApprovedModels
    {
        public Task<ModelLookUp> FindAsync(ModelQuestion question)
        {
            var settings = stack.Settings;
            var whole = new Question(question, settings.Gate(), stack.Region, settings.Registry?.ReaderRoleArn);
            if (!answered.TryGetValue(whole, out var answer))
            {
                answered[whole] = answer = registry.FindAsync(question);
            }

            return answer;
        }
    }
}
