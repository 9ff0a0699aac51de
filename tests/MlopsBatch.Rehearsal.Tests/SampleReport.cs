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
                    [],
                    new()
                    {
                        Verdict = "mse 3983 meets the threshold 4983",
                        Judged = 1,
                        Comparison = new(89, 0.95, 1656, 900, 2400, 700, 1, null),
                        Trials =
                        [
                            new("trial-001", 3900, true) { Hyperparameters = new Dictionary<string, double> { ["max_depth"] = 3 } },
                            new("trial-002", null, false),
                        ],
                        Warnings = [new("TrainingPreProcessStep", "missing-values", "age", 2, "2 cells of age are missing")],
                    }
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
                )
                {
                    Features =
                    [
                        new(
                            "bmi",
                            "standard deviations",
                            0.31,
                            0.01,
                            0,
                            0.2,
                            1.4,
                            "a shift by 0.31 standard deviations is seen with at least 80 % probability, one by 0.36 with 95 %"
                        )
                        {
                            SureShift = 0.36,
                            Baseline = [new(18, 25, null, 0.6), new(25, 40, null, 0.4)],
                            Batch = [new(20, 30, null, 0.3), new(30, 45, null, 0.7)],
                        },
                    ],
                    Predictions = new([new(150, 140), new(90, 120)], []),
                },
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
        )
        {
            Provenance = new(
                "0123456789abcdef",
                "aa00",
                "bb11",
                new Dictionary<string, string> { ["training/train.csv"] = "cc22" },
                new Dictionary<string, string> { ["Python"] = "3.12.1" },
                "2026-01-02T03:04:05Z"
            ),
            OwnBatch = new("drifted", "own.csv: drift was found in bmi; mse 4000 meets the threshold 4983."),
            Warnings = [new("rehearsal", "rows-dropped", null, 1, "1 row is empty")],
            Notifications = [new("arn:aws:sns:eu-west-1:111122223333:approvals", "ds@example.com", "Approve", "<b>not bold</b>")],
            Deployments =
            [
                new(
                    "dev",
                    "111122223333",
                    "push",
                    120,
                    [new("update", "urn:pulumi:dev::mlops-batch::aws:sagemaker/pipeline:Pipeline::inference", ["pipelineDefinition"])]
                ),
            ],
            Events = [new("2026-01-02T03:04:05Z", "111122223333", "aws.s3", "Object Created", """{"object":{"key":"a.csv"}}""")],
            DeadLetters = [new("arn:aws:sqs:eu-west-1:111122223333:dead-letters", 0, "not an event")],
            NotJudged = [new("arn:aws:iam::111122223333:role/x", "kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/1", "a condition")],
            DeadRules = ["arn:aws:events:eu-west-1:111122223333:rule/never"],
            Inert = [new("aws:cloudwatch/dashboard:Dashboard", 1, "a picture for people; nothing reads it")],
            Loop = new Dictionary<string, LoopRowReport> { ["L1"] = new(true, ["the training pipeline runs: Succeeded"]) },
        };
}
