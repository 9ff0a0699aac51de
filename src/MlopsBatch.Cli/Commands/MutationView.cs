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
            outcome => context.Out.WriteLine($"{(outcome.IsSeen ? "seen  " : "UNSEEN")} {outcome.What}: {FirstLine(outcome.Evidence)}"),
            cancellation
        );
        context.Out.WriteLine();
        foreach (var kind in outcomes.GroupBy(outcome => outcome.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            context.Out.WriteLine($"{kind.Count(one => one.IsSeen),4} of {kind.Count(),4}  {kind.Key}");
        }

        var seen = outcomes.Count(outcome => outcome.IsSeen);
        var rate = (100.0 * seen / Math.Max(1, outcomes.Count)).ToString("0.0", CultureInfo.InvariantCulture);
        context.Out.WriteLine($"{seen} of {outcomes.Count} planted faults are seen ({rate} %).");
        return seen == outcomes.Count ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static string FirstLine(string text) => text.Split('\n')[0];
}
