using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Progress;

/// <summary>One line an event, for pipes and logs.</summary>
public sealed class PlainProgress(TextWriter output, TimeProvider time) : IRehearsalProgress
{
    private readonly long _start = time.GetTimestamp();

    /// <inheritdoc/>
    public void Say(string text) => Write(text);

    /// <inheritdoc/>
    public void ExecutionStarted(string id, string pipeline, string trigger) => Write($"{pipeline}: started by {trigger}");

    /// <inheritdoc/>
    public void StepChanged(string id, StepReport step)
    {
        if (step.Status is "Starting")
        {
            return;
        }

        var seconds = step.Status is "Executing" ? "" : $" in {step.Seconds:0.0} s";
        Write($"  {step.Name} ({step.Type}): {step.Status}{seconds}{(step.FailureReason is { } reason ? $": {FirstLine(reason)}" : "")}");
    }

    /// <inheritdoc/>
    public void ExecutionEnded(ExecutionReport execution) =>
        Write($"{Sentence.Title(execution)}: {execution.Status} in {execution.Seconds:0.0} s{Sentence.Of(execution)}");

    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end] : text;

    private void Write(string text) => output.WriteLine($"[{time.GetElapsedTime(_start).TotalSeconds,5:0.0} s] {text}");
}
