using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal;

namespace MlopsBatch.Cli.Commands;

/// <summary>The model of a stack's file that a rehearsal plays with its own settings.</summary>
internal sealed class ConfiguredModelOptions
{
    public Option<string?> Stack { get; } =
        new("--stack", "-s")
        {
            Description =
                "Play a model with the settings of this stack (Pulumi.NAME.yaml in the project's root, or the path of such a file): "
                + "scripts, data format, metric, hyperparameters, ranges, engine, names. Goes with --training-data.",
            HelpName = "NAME",
        };

    public Option<string?> Model { get; } =
        new("--model") { Description = "Which of the stack's models; needed if it has several.", HelpName = "NAME" };

    /// <summary>Refuses what the settings say already, and what can't be played without a file of the user's.</summary>
    /// <param name="result">What was given.</param>
    /// <param name="training">The option that names the training data.</param>
    /// <param name="settings">Options in whose place settings stand.</param>
    public void Require(CommandResult result, Option<string?> training, IEnumerable<Option> settings)
    {
        if (result.GetValue(Stack) is null)
        {
            if (result.GetValue(Model) is not null)
            {
                result.AddError("--model goes with --stack: name the stack whose model it is.");
            }

            return;
        }

        if (result.GetValue(training) is null)
        {
            result.AddError("--stack goes with --training-data: the settings say what your files look like, so name one.");
        }

        foreach (var option in settings.Where(option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError($"{option.Name} goes without --stack: the stack's settings say it.");
        }
    }

    /// <returns>Null if no stack is named.</returns>
    /// <exception cref="Faults.FaultException">The stack's file has faults, or has no such model.</exception>
    public ConfiguredModel? Read(CliContext context, ParseResult result)
    {
        if (result.GetValue(Stack) is not { } name)
        {
            return null;
        }

        var stack = StackOptions.Read(context, name);
        var chosen = StackModel.Of(stack, result.GetValue(Model)).Name;
        stack.Files.RequireScripts(stack.Settings.Models, stack.Stack);
        var (index, model) = stack.Settings.Models.Index().Single(entry => entry.Item.Name == chosen);
        var written = JsonNode.Parse(StackFile.Read(context.ProjectRoot, name).Settings!)!.AsObject();
        return new(stack.Stack, context.ProjectRoot, stack.Region, written, index, model)
        {
            BucketPrefix = stack.Settings.Bucket.Prefix,
        };
    }
}
