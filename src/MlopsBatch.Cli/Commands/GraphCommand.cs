using System.CommandLine;
using MlopsBatch.Diagrams;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops graph</c>: pictures of what a stack declares.</summary>
internal static class GraphCommand
{
    public static Command Create(CliContext context)
    {
        var options = new StackOptions();
        var what = new Argument<string>("what") { Description = "loop: events, pipelines, mails, people. pipelines: every step. s3: every prefix with the steps that read and write it." };
        what.AcceptOnlyFromAmong("loop", "pipelines", "s3");
        var format = new Option<string>("--format") { Description = "mermaid or svg.", DefaultValueFactory = _ => "mermaid" };
        format.AcceptOnlyFromAmong("mermaid", "svg");
        var model = new Option<string?>("--model") { Description = "Model whose prefixes are drawn by s3. Left out, the first." };
        var output = new Option<FileInfo?>("--out") { Description = "File to write. Left out, standard output.", HelpName = "FILE" };
        options.Stack.Required = false;
        options.Stack.DefaultValueFactory = _ => Path.Combine("docs", "examples", "Pulumi.single.yaml");
        var command = new Command("graph", "Draw a stack as Mermaid or SVG, from what it declares.") { what, options.Stack, options.Approved, format, model, output };
        command.SetAction((result, _) => Faulty.RunAsync(context, async () =>
        {
            var stack = await options.EvaluateAsync(context, result);
            var diagram = result.GetRequiredValue(what) switch
            {
                "loop" => LoopDiagram.Of(stack),
                "pipelines" => PipelinesDiagram.Of(stack),
                _ => FoldersDiagram.Of(stack, LayoutOf(options.Read(context, result), result.GetValue(model))),
            };
            var text = result.GetValue(format) == "svg" ? SvgWriter.Write(diagram) : MermaidWriter.Write(diagram);
            if (result.GetValue(output) is { } file) await File.WriteAllTextAsync(file.FullName, text);
            else context.Out.Write(text);
            return 0;
        }));
        return command;
    }

    private static S3Layout LayoutOf(StackContext stack, string? name)
    {
        var names = stack.Settings.Models.Select(model => model.Name).ToList();
        var chosen = name ?? names[0];
        return names.Contains(chosen)
            ? new(stack.Settings.Bucket.Name, stack.Settings.Bucket.Prefix, chosen)
            : throw new FaultException(new Fault(FaultCatalogue.NotAllowed, $"--model: got \"{chosen}\", needs one of {string.Join(", ", names)}"));
    }
}
