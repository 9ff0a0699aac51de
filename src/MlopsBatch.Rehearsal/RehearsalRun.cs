using System.Diagnostics;
using MlopsBatch.Configuration;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Time;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Data;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;
using MlopsBatch.Rehearsal.Reporting.Page;
using MlopsBatch.Rehearsal.Reporting.Reading;

namespace MlopsBatch.Rehearsal;

/// <summary>One rehearsal from its data to its report.</summary>
/// <param name="options">What to rehearse, and where.</param>
/// <param name="progress">Is told what happens.</param>
/// <param name="time">The clock.</param>
public sealed class RehearsalRun(RehearsalOptions options, IRehearsalProgress progress, TimeProvider time)
{
    /// <summary>The report for machines, in the output folder.</summary>
    public const string ReportFile = "rehearsal.json";

    /// <summary>The report for people, in the output folder.</summary>
    public const string ReportPageFile = "report.html";

    /// <summary>The outcome of a rehearsal that showed everything it should.</summary>
    public const string Passed = "passed";

    /// <summary>
    /// The chapters of a rehearsal in their order, each with what it shows: what <see cref="RehearsalOptions.Only"/> takes.
    /// </summary>
    public static IReadOnlyList<(string Name, string Title)> Chapters { get; } =
    [.. Scenario.Chapters.Select(chapter => (chapter.Name, chapter.Title))];

    private const string Failed = "failed";

    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    private readonly long _start = time.GetTimestamp();
    private readonly DateTimeOffset _startTime = time.GetUtcNow();

    /// <summary>Plays the loop. Nothing is left behind but the report, and with <see cref="RehearsalOptions.Keep"/> the local
    /// cloud.</summary>
    /// <exception cref="RehearsalException">The data or the output folder can't be used.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; every step process has ended.</exception>
    public async Task<RehearsalReport> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await PlayAsync(cancellation);
        }
        catch (CloudException fault)
        {
            throw new RehearsalException($"The local cloud can't go on: {fault.Message}", fault);
        }
    }

    private async Task<RehearsalReport> PlayAsync(CancellationToken cancellation)
    {
        using var work = WorkFolder.Open(options);
        // A run that is stopped or fails must not leave an earlier one's verdict.
        File.Delete(Path.Combine(options.Output.FullName, ReportFile));
        File.Delete(Path.Combine(options.Output.FullName, ReportPageFile));
        // A morning, so that the night of the schedules is always as far away.
        var clock = new VirtualClock(time, new DateTimeOffset(_startTime.UtcDateTime.Date, TimeSpan.Zero) + Morning);
        var cloudOptions = new CloudOptions
        {
            Root = work.Path,
            Seed = options.Seed,
            PythonCommand = options.Python,
            DataQualityScript = options.Script(ScriptNames.DataQuality),
            KeepJobFolders = options.Keep,
            Time = clock,
            EnforceIam = true,
        };
        if (options.Configured is { } own)
        {
            cloudOptions = cloudOptions with { Region = own.Region };
            progress.Say(
                $"settings: model {own.Model.Name} of stack {own.Stack}; {ConfiguredSettings.Replaced}; "
                    + $"at most {options.TuningJobs} trials a tuning"
            );
        }

        var warmUp = WarmUp.RunAsync(options, cloudOptions, Path.Combine(work.Path, "warm-up"));
        try
        {
            return await PlayAsync(work, clock, cloudOptions, cancellation);
        }
        finally
        {
            // It writes below the work folder, which goes now.
            await warmUp;
        }
    }

    private async Task<RehearsalReport> PlayAsync(
        WorkFolder work,
        VirtualClock clock,
        CloudOptions cloudOptions,
        CancellationToken cancellation
    )
    {
        await using var steps = new StepLauncher(options, cloudOptions);
        var data = await DataGenerator.MakeAsync(options, Path.Combine(work.Path, "data"), cloudOptions, steps.Launcher, cancellation);
        var source = options.TrainingData ?? "scikit-learn's diabetes set";
        var thresholdSource = options.Threshold is null
            ? $"85 % of the naive baseline's error; the baseline's {data.Metric} on the test rows is "
                + $"{Sentence.Number(data.Naive ?? double.NaN)}"
            : "as given";
        progress.Say($"data: {source}, {data.Rows} rows, {data.Columns} columns");
        foreach (var warning in data.Warnings ?? [])
        {
            progress.Say($"warning: {warning.Message}");
        }

        if (!data.MetricGiven)
        {
            progress.Say(
                $"metric: {data.Metric}, because the target holds "
                    + $"{(Metric.Parse(data.Metric).ProblemType == ProblemType.Regression ? "numbers" : "classes")}; --metric "
                    + "chooses another"
            );
        }

        progress.Say($"threshold: {data.Metric} {Sentence.Number(data.Threshold)} ({thresholdSource})");

        await using var cloud = await RehearsalCloud.StartAsync(options, data, cloudOptions, clock, steps.Launcher, progress, _startTime);
        var scenario = new Scenario(cloud, data, progress, options.DataScientist);
        await scenario.PlayAsync(options.Only, options.StopsAtFailure, cancellation);
        if (steps.Recorded is { } recorded)
        {
            progress.Say($"{recorded.Started} processes ran; what the others gave was recorded in {options.Records}");
        }

        var report = new RehearsalReport(
            scenario.Checks.All(check => check.Passed) ? Passed : Failed,
            Math.Round(time.GetElapsedTime(_start).TotalSeconds, 3),
            Math.Round(cloud.Local.Meter.Busy.TotalSeconds, 3),
            options.Seed,
            new(source, data.Rows, data.Columns),
            new(data.Metric, data.Threshold, thresholdSource),
            Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / (double)(1 << 20), 1),
            scenario.Checks,
            cloud.Executions,
            [.. cloud.Registry.Versions().Select(version => version.Report())]
        )
        {
            Loop = scenario
                .Checks.GroupBy(check => check.Id)
                .ToDictionary(
                    row => row.Key,
                    row => new LoopRowReport(row.All(check => check.Passed), [.. row.Select(check => $"{check.What}: {check.Evidence}")])
                ),
            Notifications = [.. cloud.Mails.Select(mail => new NotificationReport(mail.TopicArn, mail.To, mail.Subject, mail.Body))],
        };
        report = ReportReader.Complete(report, cloud, options, data) with
        {
            Provenance = ProvenanceReader.Read(options, data, _startTime),
        };
        await WriteAsync(ReportFile, ReportJson.Write(report));
        await WriteAsync(ReportPageFile, ReportPage.Write(report, Pictures(cloud)));
        return report;
    }

    private List<string> Pictures(RehearsalCloud cloud) =>
        options.DrawLoop is { } draw
            ? [.. cloud.Declared.Where(one => IsDrawn(one.Settings)).Select(one => draw(one.Stack, one.Settings))]
            : [];

    /// <summary>A registry alone has no pipeline to draw.</summary>
    private static bool IsDrawn(Settings settings) => settings.Has(AccountRole.Build) || settings.Has(AccountRole.Deploy);

    /// <summary>Writes beside the target and renames, so that a reader never meets half a report.</summary>
    private async Task WriteAsync(string name, string text)
    {
        var target = Path.Combine(options.Output.FullName, name);
        try
        {
            await File.WriteAllTextAsync(target + ".new", text, CancellationToken.None);
            File.Move(target + ".new", target, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RehearsalException(
                $"The report {target} can't be written ({fault.Message}): free some space, or choose another folder with --out.",
                fault
            );
        }
    }
}
