using System.CommandLine;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Configuration.Mending;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops config mend</c>: makes the mends that <c>mlops check</c> prints, in the stack's file.</summary>
internal static class ConfigMendCommand
{
    public static Command Create(CliContext context)
    {
        var options = new StackOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be changed." };
        var command = new Command(
            "mend",
            "Make the mends of a stack's faults in its file, where one is known; comments stay. Exit code 1 if faults are left."
        )
        {
            options.Stack,
            dryRun,
        };
        command.SetAction(result => Run(context, result.GetRequiredValue(options.Stack), result.GetValue(dryRun)));
        return command;
    }

    private static int Run(CliContext context, string stack, bool dryRun)
    {
        var path = StackFile.PathOf(context.ProjectRoot, stack);
        var file = StackFile.Read(context.ProjectRoot, stack);
        var (text, faults) = (File.ReadAllText(path), Faults(context, file));
        // One after the other: a mend is right for the file as it is then, and some take two faults away.
        for (var left = faults.Count; left > 0; left--)
        {
            var fault = faults.FirstOrDefault(one => one.Mend.Count > 0 && StackFileEditor.Apply(text, one.Mend) is not null);
            if (fault is null)
            {
                break;
            }

            text = StackFileEditor.Apply(text, fault.Mend)!;
            var commands = new StackCommands(file.Stack, file.Path);
            context.Out.WriteLine($"{(dryRun ? "would mend" : "mended")}: {string.Join(" && ", fault.Mend.Select(commands.Of))}");
            faults = Faults(context, StackFile.Parse(file.Stack, text, path) with { Path = file.Path });
        }

        if (!dryRun && text != File.ReadAllText(path))
        {
            File.WriteAllText(path, text);
        }

        foreach (var fault in faults)
        {
            context.Error.WriteLine(fault);
        }

        return faults.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static IReadOnlyList<Faults.Fault> Faults(CliContext context, StackFile file) =>
        SettingsReader.TryRead(file.Settings, StackOptions.Facts(context, file)).Faults;
}
