using System.CommandLine;
using System.Text;
using MlopsBatch.Cli.Graphs;
using MlopsBatch.Cli.Graphs.Drawing;
using MlopsBatch.Cli.Graphs.Pictures;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops graph</c>: pictures drawn from what is declared, so that they can't be out of date.</summary>
internal static class GraphCommand
{
    /// <summary>Stack with every role, drawn where none is named: only there the whole loop is in one account.</summary>
    private const string WholeLoop = "docs/examples/Pulumi.single.yaml";

    public static Command Create(CliContext context) =>
        new("graph", "Draw the closed loop, the pipelines, or who reads and writes what in S3; needs no AWS.")
        {
            Drawing(
                context,
                "loop",
                "Draw a stack's events, rules and targets as the closed loop. Without --stack: the single-account example.",
                Loop
            ),
            Drawing(
                context,
                "pipelines",
                "Draw each pipeline's steps. Without --stack: the sample project's.",
                (stack, origin) => PipelinesPicture.Of(stack.Pipelines, origin)
            ),
            Drawing(
                context,
                "s3",
                "Draw every S3 prefix with the steps that read and write it. Without --stack: the sample project's.",
                (stack, origin) => S3Picture.Of(stack.Pipelines, origin)
            ),
        };

    private static Picture Loop(GraphSource source, string origin) => LoopPicture.Of(source.Stack!, source.Settings!, source.Pipelines);

    private static Command Drawing(CliContext context, string name, string description, Func<GraphSource, string, Picture> draw)
    {
        var options = new StackOptions(isRequired: false);
        var format = new Option<GraphFormat>("--format")
        {
            Description = "Mermaid text, or a picture that needs nothing else.",
            DefaultValueFactory = _ => GraphFormat.Mermaid,
        };
        var file = new Option<FileInfo>("--out") { Description = "File to write; left out, standard output.", HelpName = "FILE" };
        var command = new Command(name, description) { format, file, options.Stack, options.Approved };
        command.SetAction(
            async (result, _) =>
            {
                var stack = result.GetValue(options.Stack) ?? (name == "loop" ? WholeLoop : null);
                var source = stack is null ? GraphSource.Sample() : await ReadAsync(context, options, result, stack);
                if (source.Pipelines.Count == 0)
                {
                    context.Error.WriteLine(
                        $"--stack: \"{stack}\" declares no pipelines, because its roles are "
                            + $"{string.Join(" and ", source.Settings!.Roles).ToLowerInvariant()}; draw a stack with the role "
                            + $"build or deploy."
                    );
                    return 1;
                }

                var picture = draw(source, stack is null ? "the sample project" : $"the stack {source.Stack!.Stack.Name}");
                return Write(
                    context,
                    result.GetValue(file),
                    result.GetValue(format) == GraphFormat.Svg ? SvgWriter.Write(picture) : MermaidWriter.Write(picture)
                );
            }
        );
        return command;
    }

    private static async Task<GraphSource> ReadAsync(CliContext context, StackOptions options, ParseResult result, string stack)
    {
        var program = StackOptions.Read(context, stack);
        var declared = new DeclaredStack(await options.EvaluateAsync(program, result));
        return GraphSource.Of(declared, program.Settings);
    }

    private static int Write(CliContext context, FileInfo? file, string text)
    {
        if (file is null)
        {
            context.Out.Write(text);
            return 0;
        }

        try
        {
            file.Directory?.Create();
            File.WriteAllText(file.FullName, text, new UTF8Encoding(false));
            context.Out.WriteLine(file.FullName);
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine($"--out: can't write to \"{file.FullName}\": {fault.Message} Name a file that you may write.");
            return 1;
        }
    }
}
