namespace MlopsBatch.Cli.Costs;

/// <summary>What one run of a pipeline costs.</summary>
/// <param name="Pipeline">The pipeline's name in AWS.</param>
/// <param name="Jobs">Jobs of a run, each trial of a tuning counted.</param>
/// <param name="Machines">Types of the machines.</param>
/// <param name="Run">The price of a run; what has no price isn't in it.</param>
/// <param name="RunsAMonth">How often it is taken to run.</param>
/// <param name="Why">Where that number is from.</param>
/// <param name="WithoutPrice">Types of machines that the table doesn't have.</param>
internal sealed record RunCost(
    string Pipeline,
    int Jobs,
    IReadOnlyList<string> Machines,
    double Run,
    int RunsAMonth,
    string Why,
    IReadOnlyList<string> WithoutPrice
)
{
    public double Month => Run * RunsAMonth;
}
