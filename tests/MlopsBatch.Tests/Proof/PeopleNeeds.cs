namespace MlopsBatch.Tests.Proof;

/// <summary>People, each with the one policy that is theirs.</summary>
internal static class PeopleNeeds
{
    private static readonly string[] AllFolders =
    [
        "training/data/raw",
        "training/processed",
        "training/model",
        "training/evaluation",
        "batch-scoring/data/raw",
        "batch-scoring/data/ground-truth",
        "batch-scoring/processed",
        "batch-scoring/results",
        "batch-scoring/combined",
        "monitoring/data-quality",
        "monitoring/model-quality",
        "scripts",
    ];

    public static IEnumerable<Need> Of(Place place, string dataKey, string platformKey) =>
        [.. Scientist(place, dataKey), .. Engineer(place, dataKey), .. ModelOperator(place), .. Operator(place, platformKey)];

    private static IEnumerable<Need> Scientist(Place place, string dataKey)
    {
        var scientist = Actor.Person("abalone-data-scientist");
        string[] group = [place.Arn("sagemaker", "model-package-group/abalone"), place.Arn("sagemaker", "model-package/abalone/*")];
        yield return Lists(scientist);
        yield return new(scientist, Sources.Spec, ["s3:GetObject"], [.. AllFolders.Select(place.Objects)]);
        foreach (var folder in AllFolders.SelectMany(one => new[] { one, $"{one}/x" }))
        {
            yield return new(
                scientist,
                Sources.ListBucket,
                ["s3:ListBucket"],
                [$"arn:aws:s3:::{place.Bucket}"],
                new Demand("s3:prefix", $"{place.Prefix}/{folder}", place.Prefix.Replace("abalone", "besides") + $"/{folder}")
            );
        }

        yield return new(scientist, Sources.BucketKey, ["kms:Decrypt"], [dataKey], PlatformNeeds.CallerAccount(place));
        yield return new(scientist, Sources.BucketKey, ["kms:DescribeKey"], [dataKey]);
        if (place.Builds)
        {
            yield return new(scientist, Sources.Spec, ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"], group);
            yield return new(scientist, Sources.Spec, ["sagemaker:DescribeModelPackageGroup"], [group[0]]);
            yield return new(scientist, Sources.Spec, ["sagemaker:UpdateModelPackage"], [group[1]]);
        }

        yield return new(
            scientist,
            Sources.Spec,
            [
                "sagemaker:DescribePipeline",
                "sagemaker:DescribePipelineExecution",
                "sagemaker:ListPipelineExecutionSteps",
                "sagemaker:ListPipelineExecutions",
                "sagemaker:StartPipelineExecution",
            ],
            [.. place.Pipelines.SelectMany(pipeline => new[] { pipeline, $"{pipeline}/execution/*" })]
        );
        foreach (
            var (action, job) in new[]
            {
                ("sagemaker:DescribeHyperParameterTuningJob", "hyper-parameter-tuning-job"),
                ("sagemaker:DescribeProcessingJob", "processing-job"),
                ("sagemaker:DescribeTrainingJob", "training-job"),
                ("sagemaker:DescribeTransformJob", "transform-job"),
            }
        )
        {
            yield return new(scientist, Sources.Spec, [action], [place.Arn("sagemaker", $"{job}/pipelines-*")]);
        }

        yield return new(
            scientist,
            Sources.Spec,
            ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents"],
            [place.Arn("logs", "log-group:/aws/sagemaker/*")]
        );
    }

    private static IEnumerable<Need> Engineer(Place place, string dataKey)
    {
        var engineer = Actor.Person("abalone-data-engineer");
        yield return new(
            engineer,
            Sources.Spec,
            ["s3:PutObject", "s3:AbortMultipartUpload"],
            [place.Objects("training/data/raw"), place.Objects("batch-scoring/data/raw"), place.Objects("batch-scoring/data/ground-truth")]
        );
        yield return new(
            engineer,
            Sources.BucketKey,
            ["kms:Decrypt", "kms:GenerateDataKey"],
            [dataKey],
            PlatformNeeds.CallerAccount(place)
        );
    }

    private static IEnumerable<Need> ModelOperator(Place place)
    {
        var runner = Actor.Person("abalone-operator");
        yield return Lists(runner);
        yield return new(
            runner,
            Sources.Spec,
            [
                "sagemaker:DescribePipeline",
                "sagemaker:DescribePipelineExecution",
                "sagemaker:ListPipelineExecutionSteps",
                "sagemaker:ListPipelineExecutions",
                "sagemaker:RetryPipelineExecution",
                "sagemaker:StartPipelineExecution",
                "sagemaker:StopPipelineExecution",
            ],
            [.. place.Pipelines.SelectMany(pipeline => new[] { pipeline, $"{pipeline}/execution/*" })]
        );
        if (place.Deploys)
        {
            string[] left = [place.Arn("sagemaker", "model/pipelines-*")];
            yield return new(runner, Sources.Spec, ["sagemaker:ListModels"], ["*"]);
            yield return new(runner, Sources.Spec, ["sagemaker:ListTags"], left);
            yield return new(
                runner,
                Sources.Spec,
                ["sagemaker:DeleteModel"],
                left,
                new Demand("aws:ResourceTag/environment", place.Stack, "besides"),
                new Demand("aws:ResourceTag/model", "abalone", "besides")
            );
        }
    }

    private static IEnumerable<Need> Operator(Place place, string platformKey)
    {
        var person = Actor.Person("operator");
        string[] queues =
        [
            place.Queue("undelivered-events"),
            place.Queue("undelivered-mails"),
            place.Queue("failed-functions"),
            place.Queue("undelivered-schedules"),
        ];
        yield return new(
            person,
            Sources.Redrive,
            [
                "sqs:CancelMessageMoveTask",
                "sqs:DeleteMessage",
                "sqs:GetQueueAttributes",
                "sqs:ListMessageMoveTasks",
                "sqs:ReceiveMessage",
                "sqs:SendMessage",
                "sqs:StartMessageMoveTask",
            ],
            queues
        );
        yield return new(
            person,
            Sources.QueueKey,
            ["kms:Decrypt", "kms:GenerateDataKey"],
            [platformKey],
            PlatformNeeds.CallerAccount(place)
        );
        yield return new(
            person,
            Sources.Spec,
            ["lambda:InvokeFunction"],
            [.. (place.Builds ? new[] { "notifications", "approval-deploy" } : ["notifications"]).Select(place.Function)]
        );
        yield return new(
            person,
            Sources.Spec,
            ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents"],
            [
                place.Arn("logs", $"log-group:/aws/lambda/{place.Full("*")}"),
                place.Arn("logs", $"log-group:/aws/events/{place.Full("*")}"),
                place.Arn("logs", "log-group:/aws/sagemaker/*"),
            ]
        );
        yield return new(
            person,
            Sources.Spec,
            ["cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms"],
            [place.Arn("cloudwatch", $"alarm:{place.Full("*")}")]
        );
        yield return new(
            person,
            Sources.Spec,
            ["cloudwatch:GetDashboard"],
            [$"arn:aws:cloudwatch::{place.Account}:dashboard/{place.Full("*")}"]
        );
        yield return new(person, Sources.Spec, ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"], ["*"]);
    }

    private static Need Lists(Actor person) =>
        new(person, Sources.Spec, ["sagemaker:ListModelPackageGroups", "sagemaker:ListPipelines"], ["*"]);
}
