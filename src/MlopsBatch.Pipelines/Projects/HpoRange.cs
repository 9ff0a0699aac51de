namespace MlopsBatch.Pipelines.Projects;

/// <summary>The values that tuning may try for one hyperparameter.</summary>
public abstract record HpoRange
{
    private HpoRange() { }

    /// <param name="Min">The smallest value tried.</param>
    /// <param name="Max">The largest value tried; above <paramref name="Min"/>.</param>
    public sealed record Integer(long Min, long Max) : HpoRange
    {
        /// <summary>Search on a logarithmic scale; needs values above 0.</summary>
        public bool Logarithmic { get; init; }
    }

    /// <param name="Min">The smallest value tried.</param>
    /// <param name="Max">The largest value tried; above <paramref name="Min"/>.</param>
    public sealed record Continuous(double Min, double Max) : HpoRange
    {
        /// <summary>Search on a logarithmic scale; needs values above 0.</summary>
        public bool Logarithmic { get; init; }
    }

    /// <param name="Values">1 to 30 values, each up to 256 characters.</param>
    public sealed record Categorical(IReadOnlyList<string> Values) : HpoRange;
}
