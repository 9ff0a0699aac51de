using System.Globalization;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Rehearsal;
using MlopsBatch.Rehearsal.Mutations;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops rehearse --mutate</c>: which planted faults a rehearsal sees.</summary>
internal static class MutationView
{
    public static async Task<int> RunAsync(CliContext context, RehearsalOptions options, int? most, CancellationToken cancellation)
    {
        var outcomes = await new MutationRun(options, context.Time).RunAsync(
            most,
            outcome => context.Out.WriteLine($"{Word(outcome)} {outcome.What}: {FirstLine(Why(outcome))}"),
            cancellation
        );
        context.Out.WriteLine();
        context.Out.WriteLine("| fault | planted | seen | needn't be seen | unseen |");
        context.Out.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var kind in outcomes.GroupBy(outcome => outcome.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            context.Out.WriteLine(Row(kind.Key, [.. kind]));
        }

        context.Out.WriteLine(Row("**all**", outcomes));
        return outcomes.All(outcome => outcome.IsSeen || outcome.Reason is not null) ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static string Row(string kind, IReadOnlyList<MutationOutcome> outcomes)
    {
        var (seen, excused) = (outcomes.Count(one => one.IsSeen), outcomes.Count(one => !one.IsSeen && one.Reason is not null));
        var rate = (100.0 * seen / Math.Max(1, outcomes.Count)).ToString("0.0", CultureInfo.InvariantCulture);
        return $"| {kind} | {outcomes.Count} | {seen} ({rate} %) | {excused} | {outcomes.Count - seen - excused} |";
    }

    private static string Why(MutationOutcome outcome) => outcome.IsSeen ? outcome.Evidence : outcome.Reason ?? outcome.Evidence;

    private static string Word(MutationOutcome outcome) =>
        outcome.IsSeen ? "seen   "
        : outcome.Reason is not null ? "needn't"
        : "UNSEEN ";

    private static string FirstLine(string text) => text.Split('\n')[0];
}
