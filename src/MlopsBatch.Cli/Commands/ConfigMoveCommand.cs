using System.CommandLine;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops config move</c>: gives a setting another key, whatever its value is.</summary>
internal static class ConfigMoveCommand
{
    public static Command Create(CliContext context)
    {
        var from = new Argument<string>("from") { Description = "Where the value stands, such as 'settings.notifcations'." };
        var to = new Argument<string>("to") { Description = "Where it belongs, such as 'settings.notifications'." };
        var options = new StackOptions();
        var command = new Command("move", "Give a value of a stack's file another key and keep it; comments stay.")
        {
            from,
            to,
            options.Stack,
        };
        command.SetAction(result =>
        {
            var path = StackFile.PathOf(context.ProjectRoot, result.GetRequiredValue(options.Stack));
            _ = StackFile.Read(context.ProjectRoot, result.GetRequiredValue(options.Stack));
            var edit = new ConfigEdit.MoveValue(new(result.GetRequiredValue(from)), new(result.GetRequiredValue(to)));
            var text =
                StackFileEditor.Apply(File.ReadAllText(path), [edit])
                ?? throw new FaultException(
                    new Fault(
                        FaultCatalogue.StackFile,
                        $"{edit.Path}: can't be moved to {edit.To}: it has to be there, and nothing may stand at its new place; "
                            + $"mend it by hand in {Path.GetFileName(path)}"
                    )
                );
            File.WriteAllText(path, text);
            return ExitCodes.Success;
        });
        return command;
    }
}
