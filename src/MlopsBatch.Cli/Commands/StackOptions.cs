using System.CommandLine;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Files;
using MlopsBatch.Inspection;

namespace MlopsBatch.Cli.Commands;

/// <summary>The options of every command that evaluates a stack.</summary>
/// <param name="isRequired">Whether the stack has to be named.</param>
internal sealed class StackOptions(bool isRequired = true)
{
    public Option<string> Stack { get; } =
        new("--stack", "-s")
        {
            Description = "Name of a stack (Pulumi.NAME.yaml in the project's root), or the path of such a file.",
            Required = isRequired,
            HelpName = "NAME",
        };

    public Option<string> Approved { get; } =
        new("--approved")
        {
            Description = "Approved version to evaluate with: an ARN, or none. Left out, version 1 of each model.",
            HelpName = "ARN|none",
        };

    public StackContext Read(CliContext context, ParseResult result) => Read(context, result.GetRequiredValue(Stack));

    public static StackContext Read(CliContext context, string stack)
    {
        var file = StackFile.Read(context.ProjectRoot, stack);
        var facts = Facts(context, file);
        return new()
        {
            Stack = file.Stack,
            Region = file.Region,
            Settings = SettingsReader.Read(file.Settings, facts),
            Files = new ProjectFiles(context.ProjectRoot),
            RunId = facts.RunId,
        };
    }

    /// <summary>What a stack's settings are checked against, in this environment.</summary>
    public static StackFacts Facts(CliContext context, StackFile file) =>
        file.Facts(context.Environment("CI_PIPELINE_ID") ?? context.Environment("MLOPS_RUN_ID")) with
        {
            DefaultBranch = context.Environment("CI_DEFAULT_BRANCH"),
        };

    public Task<EvaluatedStack> EvaluateAsync(CliContext context, ParseResult result) => EvaluateAsync(Read(context, result), result);

    public Task<EvaluatedStack> EvaluateAsync(StackContext stack, ParseResult result) =>
        StackEvaluator.EvaluateAsync(stack, ApprovedIn(stack, result));

    /// <summary>The versions that are taken for approved.</summary>
    public FixedApprovedModels ApprovedIn(StackContext stack, ParseResult result) =>
        result.GetValue(Approved) switch
        {
            null => FixedApprovedModels.First(stack.Settings, stack.Region, StackEvaluator.PlaceholderAccount),
            "none" => FixedApprovedModels.None,
            var arn => FixedApprovedModels.Only(arn, stack.Settings),
        };
}
