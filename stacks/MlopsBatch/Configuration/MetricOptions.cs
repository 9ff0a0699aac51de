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
}
