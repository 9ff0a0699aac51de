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
            console.Markup(check.Passed ? "[green]ok    [/]" : "[red]FAILED[/]");
            console.MarkupLineInterpolated($" {check.Id,-3} {check.What}: [grey]{check.Evidence}[/]");
        }

        console.WriteLine();
        foreach (var version in report.ModelPackages)
        {
            var metrics = string.Join(", ", version.Metrics.Select(metric => $"{metric.Key} {Sentence.Number(metric.Value)}"));
            var hyperparameters = string.Join(" ", version.Hyperparameters.Select(pair => $"{pair.Key}={pair.Value}"));
            console.MarkupLineInterpolated($"version {version.Version}  {version.Status}, from {version.Source}: {metrics} [grey]{hyperparameters}[/]");
        }

        console.WriteLine();
        var colour = report.Outcome == "passed" ? "green" : "red";
        console.Markup($"[{colour}]Rehearsal {report.Outcome}[/]");
        console.MarkupLineInterpolated($" in {report.DurationSeconds:0.0} s ({report.DurationSeconds - report.ScriptSeconds:0.0} s of it without a step at work), memory {report.PeakMemoryMiB:0} MiB. Report: {file}");
    }
}
