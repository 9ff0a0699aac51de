using Microsoft.Extensions.Time.Testing;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;
using Spectre.Console.Testing;

namespace MlopsBatch.Rehearsal.Tests;

public sealed class ProgressTests
{
    private static readonly StepReport Running = new("TrainingStep", "Training", "Executing", 1, 0, null);

    [Fact]
    public void Plain_progress_is_one_line_an_event()
    {
        var time = new FakeTimeProvider();
        var output = new StringWriter { NewLine = "\n" };
        var progress = new PlainProgress(output, time);
        progress.ExecutionStarted("x1", "training", "arrival of training data");
        progress.StepChanged("x1", Running with { Status = "Starting" });
        progress.StepChanged("x1", Running);
        time.Advance(TimeSpan.FromSeconds(2.5));
        progress.StepChanged("x1", Running with { Status = "Failed", Seconds = 2.5, FailureReason = "first line\nsecond line" });
        progress.ExecutionEnded(SampleReport.Create().Executions[0]);
        output
            .ToString()
            .ShouldBe(
                """
                [  0.0 s] training: started by arrival of training data
                [  0.0 s]   TrainingStep (Training): Executing
                [  2.5 s]   TrainingStep (Training): Failed in 2.5 s: first line
                [  2.5 s] training: Succeeded in 6.1 s (mse 3983; naive baseline 5639; registered version 1)

                """
            );
    }

    [Fact]
    public async Task The_tree_shows_what_happened_when_the_work_ends()
    {
        var console = new TestConsole().Width(160);
        var tree = new TreeProgress(console, TimeProvider.System);
        var result = await tree.ShowAsync(() =>
        {
            tree.Say("threshold: mse 10");
            tree.ExecutionStarted("x1", "training", "arrival of [training] data");
            tree.StepChanged("x1", Running);
            tree.StepChanged("x1", Running with { Status = "Failed", Seconds = 2.5, FailureReason = "a [bracket]" });
            return Task.FromResult(7);
        });
        result.ShouldBe(7);
        foreach (var expected in new[] { "threshold: mse 10", "training", "[training]", "✗ TrainingStep", "a [bracket]" })
        {
            console.Output.ShouldContain(expected);
        }
    }
}
