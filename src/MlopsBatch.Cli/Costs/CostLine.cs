namespace MlopsBatch.Cli.Costs;

/// <summary>Some of a kind, by the month.</summary>
/// <param name="What">What is counted.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Each">What one costs.</param>
internal sealed record CostLine(string What, int Count, double Each)
{
    public double Month => Count * Each;
}
