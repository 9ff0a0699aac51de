using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>What a model is judged by, in training and on ground truth.</summary>
public sealed record MetricOptions
{
    /// <summary>Regression: mse, rmse, mae, r2. Classification: f1, accuracy, auc.</summary>
    [AllowedValues("mse", "rmse", "mae", "r2", "f1", "accuracy", "auc"), Example("mse")]
    public string Name { get; init; } = "mse";

    /// <summary>An error metric must not exceed it; a score must reach it.</summary>
    [Required, Above(0), Example("10")]
    public double Threshold { get; init; }

    /// <summary>How sure it must be that a model beats the naive baseline on the same rows before it is registered.</summary>
    [Range(0.5, 0.9999), Example("0.95")]
    public double Confidence { get; init; } = 0.95;

    /// <summary>Of two classes the one of f1, precision and recall; left out, the rarer one (from 45 % on the later in order).</summary>
    [Scalar, StringLength(128), Example("1")]
    public string? PositiveClass { get; init; }
}
