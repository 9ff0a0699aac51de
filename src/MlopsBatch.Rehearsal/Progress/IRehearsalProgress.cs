using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Progress;

/// <summary>Is told what happens while it happens. Calls come from several threads, never two at once.</summary>
public interface IRehearsalProgress
{
    /// <summary>Something that a reader wants to know, such as the threshold taken.</summary>
    void Say(string text);

    /// <summary>A pipeline execution begins.</summary>
    void ExecutionStarted(string pipeline, string trigger);

    /// <summary>A step of the running execution changed its status.</summary>
    void StepChanged(StepReport step);

    /// <summary>The running execution ended.</summary>
    void ExecutionEnded(ExecutionReport execution);
}
