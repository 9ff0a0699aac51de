using System.CommandLine;
using System.CommandLine.Completions;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Configuration.Files;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops completion</c>: the script with which a shell completes commands, options and stacks.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = CompletionScripts.Bash,
        ["zsh"] = CompletionScripts.Zsh,
        ["pwsh"] = CompletionScripts.PowerShell,
    };

    public static Command Create(CliContext context)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Print the script that completes mlops in a shell: source <(./mlops completion bash).")
        {
            shell,
        };
        command.SetAction(result =>
        {
            context.Out.Write(Scripts[result.GetRequiredValue(shell)]);
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>Lets every option that names a stack offer those that there are.</summary>
    public static void OfferStacks(CliContext context, Command command)
    {
        foreach (var option in command.Options.Where(option => option.Name == "--stack"))
        {
            option.CompletionSources.Add(_ => StackFile.Names(context.ProjectRoot).Select(name => new CompletionItem(name)));
        }

        foreach (var child in command.Subcommands)
        {
            OfferStacks(context, child);
        }
    }
}
