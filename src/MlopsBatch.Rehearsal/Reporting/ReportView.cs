using System.Globalization;
using MlopsBatch.Rehearsal.Progress;
using Spectre.Console;

namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>The report's last screen: what was expected, what was seen, which model versions there are now.</summary>
public static class ReportView
{
    /// <summary>Prints the report; <paramref name="file"/> is where the whole of it stands.</summary>
    public static void Print(IAnsiConsole console, RehearsalReport report, string file)
    {
        console.WriteLine();
        foreach (var check in report.Checks)
        {
            // One line in one piece: what is written piecewise isn't broken at words.
            var mark = check.Passed ? "[green]ok    [/]" : "[red]FAILED[/]";
            console.MarkupLine($"{mark} {check.Id,-3} {Markup.Escape(check.What)}: [grey]{Markup.Escape(check.Evidence)}[/]");
        }

        console.WriteLine();
        foreach (var version in report.ModelPackages)
        {
            var metrics = string.Join(", ", version.Metrics.Select(metric => $"{metric.Key} {Sentence.Number(metric.Value)}"));
            var hyperparameters = string.Join(" ", version.Hyperparameters.Select(pair => $"{pair.Key}={pair.Value}"));
            var source = version.Source.Length == 0 ? "registered by hand" : $"from {version.Source}: {metrics}";
            console.MarkupLineInterpolated($"version {version.Version}  {version.Status}, {source} [grey]{hyperparameters}[/]");
        }

        console.WriteLine();
        if (report.OwnBatch is { } own)
        {
            var tone = own.Verdict == "clean" ? "green" : "yellow";
            console.MarkupLine($"Your batch: [{tone}]{own.Verdict}[/]. {Markup.Escape(own.Sentence)}");
        }

        var colour = report.Outcome == "passed" ? "green" : "red";
        var idle = Seconds(report.DurationSeconds - report.ScriptSeconds);
        console.MarkupLine(
            $"[{colour}]Rehearsal {report.Outcome}[/] in {Seconds(report.DurationSeconds)} ({idle} of it without a step at work), "
                + $"memory {report.PeakMemoryMiB:0} MiB. Report: {Markup.Escape(file)}"
        );
    }

    private static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
