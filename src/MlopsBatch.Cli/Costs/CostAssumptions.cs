namespace MlopsBatch.Cli.Costs;

/// <summary>What no declaration says: how long jobs take, and how often people and data start them.</summary>
/// <param name="Minutes">Billed minutes of a job, its start included.</param>
/// <param name="Batches">Runs of batch inference a month; null: as often as its schedule fires, else daily.</param>
/// <param name="Trainings">Runs of training a month; null: as often as its schedule fires, else one.</param>
/// <param name="Tunings">Runs of training with HPO a month.</param>
internal sealed record CostAssumptions(double Minutes, int? Batches, int? Trainings, int Tunings);
