using System.Text.RegularExpressions;

namespace MlopsBatch.Cli.Tests.Local;

/// <summary>A command that a page's console shows, and what it shows behind it.</summary>
/// <param name="Command">What is typed, with a here-document's lines.</param>
/// <param name="Shown">The lines that follow.</param>
internal sealed record PageStep(string Command, IReadOnlyList<string> Shown)
{
    private const string Prompt = "$ ";

    /// <summary>All console blocks of a page, one after the other.</summary>
    public static IReadOnlyList<PageStep> Read(string page) =>
        [.. page.ReplaceLineEndings("\n").Split("```console\n").Skip(1).SelectMany(block => Steps(block.Split("```")[0]))];

    /// <summary>A line without what differs from day to day: figures, ids, times.</summary>
    public static string Shape(string line) => Regex.Replace(line.Trim(), @"(?<=execution/)\w+|\d+(\.\d+)?", "…");

    private static List<PageStep> Steps(string block)
    {
        var steps = new List<PageStep>();
        string? until = null;
        foreach (var line in block.Split('\n'))
        {
            if (until is not null)
            {
                steps[^1] = steps[^1] with { Command = steps[^1].Command + "\n" + line };
                until = line == until ? null : until;
            }
            else if (line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                steps.Add(new(line[Prompt.Length..], []));
                until = line.Split("<<'") is [_, var end] ? end.TrimEnd('\'') : null;
            }
            else if (line.Length > 0)
            {
                steps[^1] = steps[^1] with { Shown = [.. steps[^1].Shown, line] };
            }
        }

        return steps;
    }
}
