using System.CommandLine;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Faults;
using Spectre.Console;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops explain</c>: what a numbered fault means and what to do about it.</summary>
internal static class ExplainCommand
{
    public static Command Create(CliContext context)
    {
        var code = new Argument<string?>("code")
        {
            Description = "Number of a fault, such as MB0007. Left out, all are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("explain", "Explain a numbered fault.") { code };
        command.SetAction(result => Explain(context, result.GetValue(code)));
        return command;
    }

    private static int Explain(CliContext context, string? code)
    {
        if (code is null)
        {
            foreach (var known in FaultCatalogue.All)
            {
                context.Console.MarkupLineInterpolated($"[bold]{known.Code}[/]  {known.Title}");
            }

            return 0;
        }

        if (FaultCatalogue.All.FirstOrDefault(known => known.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } fault)
        {
            context.Console.MarkupLineInterpolated($"[bold]{fault.Code}[/]  {fault.Title}");
            context.Console.WriteLine(fault.Text);
            var example = FaultExamples.All.First(one => one.Code == fault.Code);
            // Past the console, which would break long lines: this is for pasting.
            context.Out.WriteLine($"\nBefore:\n{Indented(example.Before)}\nAfter:\n{Indented(example.After)}");
            return 0;
        }

        var nearest = Spelling.Nearest(code, FaultCatalogue.All.Select(known => known.Code));
        context.Error.WriteLine(
            $"code: got \"{code}\"{(nearest is null ? "" : $" (did you mean \"{nearest}\"?)")}, needs one of "
                + $"{FaultCatalogue.All[0].Code} to {FaultCatalogue.All[^1].Code}; './mlops explain' lists them"
        );
        return ExitCodes.Usage;
    }

    private static string Indented(string text) => string.Join('\n', text.TrimEnd('\n').Split('\n').Select(line => $"  {line}"));
}
