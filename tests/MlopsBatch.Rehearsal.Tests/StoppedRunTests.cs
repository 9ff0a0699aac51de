using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Tests;

/// <summary>Ctrl-C in the middle of a rehearsal.</summary>
public sealed class StoppedRunTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [LinuxFact]
    public async Task Cancelling_leaves_no_step_running_and_the_next_rehearsal_can_start()
    {
        using var cancellation = new CancellationTokenSource();
        var options = TestOptions.In(_folder);
        var progress = new CancelOnceAStepRuns(() => StepsOf(options).Any(), cancellation);
        var earlier = Path.Combine(options.Output.FullName, RehearsalRun.ReportFile);
        options.Output.Create();
        File.WriteAllText(earlier, "the verdict of an earlier run");
        await Should.ThrowAsync<OperationCanceledException>(() =>
            new RehearsalRun(options, progress, TimeProvider.System).RunAsync(cancellation.Token)
        );
        progress.HasSeenAStep.ShouldBeTrue();
        StepsOf(options).ShouldBeEmpty();
        Directory.Exists(Path.Combine(options.Output.FullName, "cloud")).ShouldBeFalse();
        File.Exists(earlier).ShouldBeFalse();
        using var next = WorkFolder.Open(options);
        next.Path.ShouldNotBeNull();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The processes that work in a folder of the rehearsal, as the kernel knows them.</summary>
    private static IEnumerable<string> StepsOf(RehearsalOptions options) =>
        Directory
            .EnumerateDirectories("/proc")
            .Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit))
            .Select(FolderOf)
            .Where(folder => folder.StartsWith(options.Output.FullName + "/", StringComparison.Ordinal));

    private static string FolderOf(string process)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(process, "cwd")).LinkTarget ?? "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or is somebody else's.
            return "";
        }
    }

    private sealed class CancelOnceAStepRuns(Func<bool> isRunning, CancellationTokenSource cancellation) : IRehearsalProgress
    {
        private int _watchers;

        public bool HasSeenAStep { get; private set; }

        public void Say(string text) { }

        public void ExecutionStarted(string id, string pipeline, string trigger) { }

        public void StepChanged(string id, StepReport step)
        {
            if (step.Status == "Executing" && Interlocked.Increment(ref _watchers) == 1)
            {
                _ = Task.Run(WatchAsync);
            }
        }

        public void ExecutionEnded(ExecutionReport execution) { }

        private async Task WatchAsync()
        {
            while (!isRunning())
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
            HasSeenAStep = true;
            await cancellation.CancelAsync();
        }
    }
}
