using System.Collections.Concurrent;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Mutations;

/// <summary>
/// Plants one fault after the other into what the stack declares and rehearses it with recorded steps: a rehearsal that
/// passes all the same would let that fault through.
/// </summary>
/// <param name="options">What to rehearse; <see cref="RehearsalOptions.Records"/> has to be set, or each takes its full time.</param>
/// <param name="time">The clock.</param>
public sealed class MutationRun(RehearsalOptions options, TimeProvider time)
{
    /// <summary>A rehearsal that takes longer hangs, and so shows its fault.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Rehearses each fault.</summary>
    /// <param name="most">How many faults at most, drawn by <see cref="RehearsalOptions.Seed"/>, each kind in its share; null for
    /// all.</param>
    /// <param name="done">Is told of each outcome; never two at once.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="RehearsalException">The rehearsal fails without any fault.</exception>
    public async Task<IReadOnlyList<MutationOutcome>> RunAsync(int? most, Action<MutationOutcome> done, CancellationToken cancellation)
    {
        var mutations = MutationSample.Of(MutationCatalogue.Of(await DeclaredAsync(cancellation)), most, options.Seed);
        var outcomes = new ConcurrentBag<(int Index, MutationOutcome Outcome)>();
        var told = new Lock();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            mutations.Index(),
            parallel,
            async (item, stop) =>
            {
                var outcome = await TryAsync(item.Index, item.Item, stop);
                outcomes.Add((item.Index, outcome));
                lock (told)
                {
                    done(outcome);
                }
            }
        );
        return [.. outcomes.OrderBy(one => one.Index).Select(one => one.Outcome)];
    }

    /// <summary>What the stack declares, from a rehearsal that has to pass.</summary>
    private async Task<IReadOnlyList<DeclaredResource>> DeclaredAsync(CancellationToken cancellation)
    {
        // The latest declaration counts: the definition of batch inference is there once a version is approved.
        var declared = new ConcurrentDictionary<string, DeclaredResource>(StringComparer.Ordinal);
        var report = await RehearseAsync("plain", resource => declared[resource.Urn] = resource, cancellation);
        return report.Outcome == RehearsalRun.Passed
            ? [.. declared.Values.OrderBy(resource => resource.Urn, StringComparer.Ordinal)]
            : throw new RehearsalException(
                $"Without any fault the rehearsal fails already: {FirstFailure(report)}. Mend that first; './mlops rehearse' shows more."
            );
    }

    private async Task<MutationOutcome> TryAsync(int index, Mutation mutation, CancellationToken cancellation)
    {
        using var tooLong = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, tooLong.Token);
        try
        {
            var report = await RehearseAsync($"fault-{index}", mutation.Apply, either.Token);
            var isSeen = report.Outcome != RehearsalRun.Passed;
            return new(mutation.Kind, mutation.What, isSeen, isSeen ? FirstFailure(report) : "the rehearsal passed");
        }
        catch (RehearsalException refused)
        {
            return new(mutation.Kind, mutation.What, true, refused.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(mutation.Kind, mutation.What, true, "the loop hung");
        }
    }

    private async Task<RehearsalReport> RehearseAsync(
        string name,
        Func<DeclaredResource, DeclaredResource?> change,
        CancellationToken cancellation
    )
    {
        var output = new DirectoryInfo(Path.Combine(options.Output.FullName, name));
        try
        {
            var changed = options with { Output = output, Change = change, StopsAtFailure = true, DrawLoop = null };
            return await new RehearsalRun(changed, new PlainProgress(TextWriter.Null, time), time).RunAsync(cancellation);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static string FirstFailure(RehearsalReport report)
    {
        var check = report.Checks.First(check => !check.Passed);
        return $"{check.Id}: {check.What}: {check.Evidence}";
    }
}
