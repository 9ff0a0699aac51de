using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Tests;

internal static class SampleReport
{
    /// <summary>A report with everything in it, also a name that HTML must not take for markup.</summary>
    public static RehearsalReport Create() =>
        new(
            "failed",
            31.5,
            29.25,
            42,
            new("train <1>.csv", 442, 11),
            new("mse", 4983.18, "as given"),
            120.5,
            [new("L1", "the training pipeline runs", true, "Succeeded"), new("L7", "drift is found", false, "0 violations")],
            [
                new(
                    "training",
                    "arrival of training data",
                    "Succeeded",
                    null,
                    1,
                    1,
                    6.1,
                    [new("TrainingStep", "Training", "Succeeded", 1.5, 2, null)],
                    new Dictionary<string, double> { ["mse"] = 3983, ["naive"] = 5639 },
                    []
                ),
                new(
                    "batch-inference",
                    "arrival of a drifted batch",
                    "Failed",
                    "DataPreProcessingStep: x < y",
                    1,
                    8,
                    1.2,
                    [new("DataPreProcessingStep", "Processing", "Failed", 8, 1.2, "x < y")],
                    new Dictionary<string, double>(),
                    [new("bmi", "baseline_drift_check", 0.42, "distance 0.42 exceeds threshold 0.1")]
                ),
            ],
            [
                new(
                    1,
                    "Approved",
                    "training",
                    new Dictionary<string, double> { ["mse"] = 3983, ["naive"] = 5639 },
                    new Dictionary<string, string> { ["max_depth"] = "3" }
                ),
            ]
        );
}
