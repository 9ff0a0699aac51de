namespace MlopsBatch.Pipelines.Projects;

/// <summary>How the tuning job picks the next hyperparameters.</summary>
public enum HpoStrategy
{
    Bayesian,
    Random,

    /// <summary>Every combination; only with categorical ranges.</summary>
    Grid,
}
