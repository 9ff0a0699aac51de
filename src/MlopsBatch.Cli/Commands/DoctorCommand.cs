using System.CommandLine;
using System.Text.Json;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Machine;
using Spectre.Console;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops doctor</c>: what this machine has, what it lacks, and the command that mends it.</summary>
internal static class DoctorCommand
{
    public static Command Create(CliContext context)
    {
        var json = new Option<bool>("--json") { Description = "Print the rows as JSON." };
        var command = new Command(
            "doctor",
            "Show what is installed, what is missing, and the command that mends it. Exit code 1 if the rehearsal can't run."
        )
        {
            json,
        };
        command.SetAction(
            async (result, cancellation) =>
            {
                var rows = await Doctor.ExamineAsync(context, cancellation);
                if (result.GetValue(json))
                {
                    context.Out.WriteLine(JsonSerializer.Serialize(rows, CliJson.Indented));
                }
                else
                {
                    Print(context.Console, rows);
                }

                return rows.Any(row => row is { IsNeeded: true, IsThere: false }) ? 1 : 0;
            }
        );
        return command;
    }

    private static void Print(IAnsiConsole console, IReadOnlyList<DoctorRow> rows)
    {
        var width = rows.Max(row => row.Name.Length);
        foreach (var row in rows)
        {
            var (mark, colour) =
                row.IsThere ? ("ok     ", "green")
                : row.IsNeeded ? ("missing", "red")
                : ("without", "yellow");
            console.MarkupLineInterpolated($"[{colour}]{mark}[/]  {row.Name.PadRight(width)}  {row.Detail}");
            if (!row.IsThere)
            {
                console.MarkupLineInterpolated($"         {new string(' ', width)}  [grey]{row.UsedFor}; get it with:[/] {row.Mend}");
            }
        }
    }
}
