namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>One trial of a tuning.</summary>
/// <param name="Name">The training job's name.</param>
/// <param name="Objective">The deciding metric on the validation rows.</param>
/// <param name="Best">Whether it is the tuning's winner.</param>
public sealed record TrialReport(string Name, double? Objective, bool Best)
{
    /// <summary>What it was trained with.</summary>
    public IReadOnlyDictionary<string, double> Hyperparameters { get; init; } = new Dictionary<string, double>();
}
