using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof;

/// <summary>The functions: what they are told, who may call them, what becomes of what they fail on.</summary>
internal static class FunctionShapes
{
    public static IEnumerable<Shape> Of(Place place, string platformKey)
    {
        foreach (
            var shape in Function(
                place,
                "notifications",
                platformKey,
                timeout: 60,
                ("APPROVALS_TOPIC_ARN", place.Topic("approvals")),
                ("OPERATIONS_TOPIC_ARN", place.Topic("operations")),
                ("QUALITY_TOPIC_ARN", place.Topic("quality"))
            )
        )
        {
            yield return shape;
        }

        if (place.Builds)
        {
            foreach (
                var shape in Function(
                    place,
                    "approval-deploy",
                    platformKey,
                    timeout: 120,
                    ("EVENT_BUS_NAME", "default"),
                    ("GITLAB_MODE", "trigger"),
                    ("GITLAB_PROJECT", "group/project"),
                    ("GITLAB_REF", "main"),
                    ("GITLAB_TOKEN_SECRET_ARN", place.Arn("secretsmanager", "secret:mlops-batch/gitlab-token-AbCdEf")),
                    ("GITLAB_URL", "https://gitlab.example.com")
                )
            )
            {
                yield return shape;
            }

            yield return new(
                ResourceTypes.Secret,
                "gitlab-token",
                ("name", "mlops-batch/gitlab-token"),
                ("kmsKeyId", platformKey),
                ("recoveryWindowInDays", "30")
            )
            {
                IsProtected = true,
            };
        }

        yield return LogGroup(place, "audit", "events", platformKey) with
        {
            IsProtected = true,
        };
        yield return new(
            ResourceTypes.Layer,
            "settings",
            [("layerName", place.Full("settings")), ("compatibleRuntimes.0", "provided.al2023"), .. Settings(place)]
        );
    }

    /// <summary>The settings layer: with review gate and metric as the example's settings say or leave to defaults.</summary>
    private static IEnumerable<(string, string)> Settings(Place place) =>
        [
            ("settings.notifyOn", "failures"),
            .. place == Place.Dev
                ?
                [
                    ("settings.custom.0.stepName", "ModelRegisterStep"),
                    ("settings.custom.0.stepStatus", "Succeeded"),
                    ("settings.custom.0.stepCustomMessage", "A new model version waits for its review."),
                ]
                : new[] { ("settings.custom", "[]") },
            ("settings.models.0.name", "abalone"),
            ("settings.models.0.packageGroup", "abalone"),
            .. place.Builds
                ? new[]
                {
                    ("settings.models.0.trainingPipeline", "abalone-training"),
                    ("settings.models.0.trainingWithHpoPipeline", "abalone-training-with-hpo"),
                }
                : [],
            .. place.Deploys ? new[] { ("settings.models.0.batchInferencePipeline", "abalone-batch-inference") } : [],
            ("settings.models.0.bucket", place.Bucket),
            ("settings.models.0.bucketPrefix", place.Prefix.Replace("abalone", "").TrimEnd('/')),
            ("settings.models.0.metric", "mse"),
            ("settings.models.0.responsible.0", "ds@example.com"),
            ("settings.models.0.requireReview", "true"),
            ("settings.models.0.reviewPattern", @"(?=\S*[1-9])[A-Za-z0-9#][A-Za-z0-9#/_.:-]*"),
            ("settings.models.0.tuningCooldownDays", "7"),
            .. place.Builds
                ? new[]
                {
                    ("settings.models.0.retrainingRules.0", place.Full("abalone-retraining")),
                    ("settings.models.0.retrainingRules.1", place.Full("abalone-remote-retraining")),
                }
                : [("settings.models.0.retrainingRules", "[]")],
            ("settings.models.0.retrainOnViolation", place == Place.StagingPlace ? "false" : "true"),
        ];

    private static IEnumerable<Shape> Function(
        Place place,
        string name,
        string key,
        int timeout,
        params (string Name, string Value)[] environment
    )
    {
        yield return new(
            ResourceTypes.Function,
            name,
            [
                ("name", place.Full(name)),
                ("architectures.0", "x86_64"),
                ("runtime", "provided.al2023"),
                ("handler", "bootstrap"),
                ("role", place.Role(name)),
                ("kmsKeyArn", key),
                ("layers.0", place.Arn("lambda", $"layer:{place.Full("settings")}:1")),
                ("loggingConfig.logFormat", "JSON"),
                ("loggingConfig.logGroup", $"/aws/lambda/{place.Full(name)}"),
                ("memorySize", "256"),
                ("timeout", $"{timeout}"),
                ("tracingConfig.mode", "Active"),
                .. place == Place.ProductionPlace ? [("reservedConcurrentExecutions", "5")] : Array.Empty<(string, string)>(),
                .. environment.Select(one => ($"environment.variables.{one.Name}", one.Value)),
            ]
        )
        {
            After = [(ResourceTypes.RolePolicy, name)],
        };
        // Lambda refuses a destination that the function's role may not send to:
        // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
        yield return new(
            ResourceTypes.InvokeConfig,
            name,
            [
                ("functionName", place.Full(name)),
                ("maximumEventAgeInSeconds", "3600"),
                ("maximumRetryAttempts", "2"),
                ("destinationConfig.onFailure.destination", place.Queue("failed-functions")),
            ]
        )
        {
            After = [(ResourceTypes.RolePolicy, name)],
        };
        yield return new(
            ResourceTypes.Permission,
            $"{name}-rules",
            ("action", "lambda:InvokeFunction"),
            ("function", place.Full(name)),
            ("principal", "events.amazonaws.com"),
            ("sourceAccount", place.Account),
            ("sourceArn", place.Rule("*"))
        );
        if (name == "notifications" && place.IsShared)
        {
            yield return new(
                ResourceTypes.Permission,
                $"{name}-bus-rules",
                ("action", "lambda:InvokeFunction"),
                ("function", place.Full(name)),
                ("principal", "events.amazonaws.com"),
                ("sourceAccount", place.Account),
                ("sourceArn", place.Arn("events", $"rule/mlops-batch-{place.Stack}/{place.Full("*")}"))
            );
        }

        yield return LogGroup(place, name, "lambda", key);
    }

    private static Shape LogGroup(Place place, string name, string service, string key) =>
        new(ResourceTypes.LogGroup, name, ("name", $"/aws/{service}/{place.Full(name)}"), ("kmsKeyId", key), ("retentionInDays", "365"));
}
