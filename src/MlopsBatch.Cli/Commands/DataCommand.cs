using System.CommandLine;
using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Machine;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops data</c>: what the step scripts make of a file.</summary>
internal static class DataCommand
{
    public static Command Create(CliContext context) => new("data", "Look at CSV files as the step scripts do.") { Show(context) };

    private static Command Show(CliContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A CSV file, or a folder of CSVs with the same columns." };
        var data = new DataOptions();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("show", "Show columns with kind, range and gaps, warnings, and the settings that follow.") { file, json };
        data.AddTo(command);
        command.SetAction(
            async (result, cancellation) =>
            {
                var lines = new List<string>();
                var code = await CommandRunner.RunAsync(
                    await new Python(context).EnsureAsync(cancellation),
                    Arguments(context, result.GetRequiredValue(file), data.Read(result), result.GetValue(json)),
                    context.ProjectRoot,
                    lines.Add,
                    cancellation
                );
                var output = code == 0 ? context.Out : context.Error;
                foreach (var (index, line) in lines.Index())
                {
                    output.WriteLine(code == 0 || index > 0 ? line : $"mlops: {line}");
                }

                return code == 0 ? ExitCodes.Success : ExitCodes.Failure;
            }
        );
        return command;
    }

    private static IEnumerable<string> Arguments(CliContext context, string file, DataFormat format, bool json) =>
        [
            "-B",
            Path.Combine(context.ProjectRoot.FullName, "scripts", "rehearsal", "show_data.py"),
            "--training-data",
            Path.GetFullPath(file),
            "--target",
            format.Target,
            "--header",
            format.Header ? "true" : "false",
            "--record-id",
            format.RecordId ?? "",
            "--exclude",
            List(format.Exclude),
            "--missing",
            List(format.Missing),
            "--separator",
            format.Separator,
            "--decimal",
            format.Decimal,
            "--positive-class",
            format.PositiveClass ?? "",
            "--json",
            json ? "true" : "false",
        ];

    private static string List(IReadOnlyList<string> words) => new JsonArray([.. words.Select(word => (JsonNode)word)]).ToJsonString();
}
