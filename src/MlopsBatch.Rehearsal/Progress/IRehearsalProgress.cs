using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Progress;

/// <summary>Is told what happens while it happens. Calls come from several threads, never two at once.</summary>
public interface IRehearsalProgress
{
    /// <summary>Something that a reader wants to know, such as the threshold taken.</summary>
    void Say(string text);

    /// <summary>A pipeline execution begins; several can run at a time.</summary>
    /// <param name="id">The execution's id.</param>
    /// <param name="pipeline">Its pipeline, with the account where there are several.</param>
    /// <param name="trigger">What started it.</param>
    void ExecutionStarted(string id, string pipeline, string trigger);

    /// <summary>A step of an execution changed its status.</summary>
    void StepChanged(string id, StepReport step);

    /// <summary>An execution ended.</summary>
    void ExecutionEnded(ExecutionReport execution);
}
