using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>The values of one hyperparameter: exactly one of the three kinds.</summary>
public sealed record TuningRange
{
    /// <summary>Lowest and highest whole number.</summary>
    [Count(2, 2), Example("[2,8]")]
    public IReadOnlyList<int>? Integer { get; init; }

    /// <summary>Lowest and highest number.</summary>
    [Count(2, 2), Example("[0.01,0.3]")]
    public IReadOnlyList<double>? Continuous { get; init; }

    /// <summary>The values themselves.</summary>
    [Scalar, Count(1, 30), Example("[\"squared_error\",\"huber\"]")]
    public IReadOnlyList<string>? Categorical { get; init; }
}
