using MlopsBatch.Rehearsal.Chapters;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Data;
using MlopsBatch.Rehearsal.People;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal;

/// <summary>
/// The closed loop, chapter by chapter. The chapters only do what people and the outside do: upload, decide, wait, fail.
/// All between is done by the declared rules, targets, functions, topics and by GitLab. What can't go on without a chapter
/// that failed is left out, and fails.
/// </summary>
internal sealed class Scenario(RehearsalCloud cloud, RehearsalData data, IRehearsalProgress progress, IDataScientist person)
{
    private readonly Stage _stage = new(cloud, data, progress, person);

    /// <summary>In the order in which they are played.</summary>
    public static IReadOnlyList<IChapter> Chapters { get; } =
    [
        new TrainingChapter(),
        new ApprovalChapter(),
        new ScoringChapter(),
        new SubtleChapter(),
        new DegradationChapter(),
        new CooldownChapter(),
        new ReviewChapter(),
        new RollbackChapter(),
        new UnusableChapter(),
        new CrashChapter(),
        new TwiceChapter(),
        new OutageChapter(),
        new FailedDeploymentChapter(),
        new PoisonChapter(),
        new NightChapter(),
        new RightsChapter(),
        new UndeliveredChapter(),
        new AuditChapter(),
        new RedeployChapter(),
    ];

    public IReadOnlyList<CheckReport> Checks => _stage.Checks;

    /// <summary>Plays one chapter with what it needs, or all; a row of which nothing was seen fails.</summary>
    /// <param name="only">Name of a chapter; null for all.</param>
    /// <param name="stops">Whether to end after a chapter with a failed check.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task PlayAsync(string? only, bool stops, CancellationToken cancellation)
    {
        var chosen = Closure(only);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chapter in chosen)
        {
            if (stops && Checks.Any(check => !check.Passed))
            {
                return;
            }

            if (chapter.Needs.FirstOrDefault(need => !done.Contains(need)) is { } missing)
            {
                _stage.Expect(chapter.Rows[0], chapter.Title, false, $"left out: chapter \"{missing}\" didn't get there");
            }
            else if (await chapter.PlayAsync(_stage, cancellation))
            {
                done.Add(chapter.Name);
            }
        }

        if (only is null)
        {
            foreach (var rule in _stage.Cloud.DeadRules)
            {
                _stage.Say($"warning: nothing in this rehearsal matched {rule}; whether it works isn't shown");
            }
        }

        foreach (var row in chosen.SelectMany(chapter => chapter.Rows).Distinct().Except(Checks.Select(check => check.Id)))
        {
            _stage.Expect(row, "it is seen at all", false, "the loop didn't get that far");
        }
    }

    /// <summary>A chapter and all that it needs, in the order of play.</summary>
    private static List<IChapter> Closure(string? only)
    {
        if (only is null)
        {
            return [.. Chapters];
        }

        var wanted = new HashSet<string>(StringComparer.Ordinal) { only };
        foreach (var chapter in Chapters.Reverse().Where(chapter => wanted.Contains(chapter.Name)))
        {
            wanted.UnionWith(chapter.Needs);
        }

        return [.. Chapters.Where(chapter => wanted.Contains(chapter.Name))];
    }
}
