namespace MlopsBatch.Tests.Proof;

/// <summary>The functions, the pipes, and whatever starts pipelines.</summary>
internal static class PlatformNeeds
{
    public static IEnumerable<Need> Of(Place place, string dataKey, string platformKey)
    {
        var functions = place.Builds ? new[] { "notifications", "approval-deploy" } : ["notifications"];
        foreach (var name in functions)
        {
            foreach (var need in FunctionNeeds(place, name, platformKey))
            {
                yield return need;
            }
        }

        foreach (var need in Notifications(place, dataKey).Concat(place.Builds ? ApprovalDeploy(place) : []))
        {
            yield return need;
        }

        var mails = Actor.Role("dead-letter-mails");
        yield return new(
            mails,
            Sources.Pipes,
            ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
            [place.Queue("undelivered-events"), place.Queue("failed-functions"), place.Queue("undelivered-schedules")]
        );
        yield return new(mails, Sources.QueueKey, ["kms:Decrypt"], [platformKey], CallerAccount(place));
        yield return new(mails, Sources.Pipes, ["lambda:InvokeFunction"], [place.Function("notifications")]);

        // Nothing starts a tuning but the function that looks when the last one began.
        var (start, tuning) = (Actor.Role("abalone-start"), place.Pipeline("training-with-hpo"));
        yield return new(start, Sources.RuleRoles, ["sagemaker:StartPipelineExecution"], [.. place.Pipelines.Where(one => one != tuning)]);
        yield return new(start, Sources.SchedulerTargets, ["sqs:SendMessage"], [place.Queue("undelivered-schedules")]);
        yield return new(start, Sources.QueueKey, ["kms:Decrypt", "kms:GenerateDataKey"], [platformKey], CallerAccount(place));
        if (place.SendsViolations)
        {
            yield return new(Actor.Role("abalone-violations"), Sources.CrossBus, ["events:PutEvents"], [Place.ViolationBus]);
        }

        if (place.IsShared)
        {
            yield return new(
                Actor.Role("registry-reader"),
                Sources.RegistrySharing,
                ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"],
                [place.Arn("sagemaker", "model-package-group/abalone"), place.Arn("sagemaker", "model-package/abalone/*")]
            );
        }
    }

    /// <summary>KMS names the caller's account in every request; another's isn't let in.</summary>
    public static Demand CallerAccount(Place place) => new("kms:CallerAccount", place.Account, "999999999999", MayBeMissing: true);

    private static IEnumerable<Need> FunctionNeeds(Place place, string name, string platformKey)
    {
        var role = Actor.Role(name);
        yield return new(
            role,
            Sources.FunctionRole,
            ["logs:CreateLogStream", "logs:PutLogEvents"],
            [place.Arn("logs", $"log-group:/aws/lambda/{place.Full(name)}:*")]
        );
        yield return new(role, Sources.FunctionTraces, ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], ["*"]);
        yield return new(role, Sources.FunctionDeadLetters, ["sqs:SendMessage"], [place.Queue("failed-functions")]);
        yield return new(role, Sources.QueueKey, ["kms:Decrypt", "kms:GenerateDataKey"], [platformKey], CallerAccount(place));
    }

    private static IEnumerable<Need> Notifications(Place place, string dataKey)
    {
        var role = Actor.Role("notifications");
        var folders = new[] { "monitoring/data-quality", "monitoring/model-quality", "training/evaluation" };
        yield return new(
            role,
            Sources.Spec,
            ["sns:Publish"],
            [place.Topic("operations"), place.Topic("approvals"), place.Topic("quality")]
        );
        yield return new(role, Sources.Spec, ["s3:GetObject"], [.. folders.Select(place.ObjectsOfAll)]);
        foreach (var folder in folders.SelectMany(one => new[] { one, $"{one}/x" }))
        {
            yield return new(
                role,
                Sources.ListBucket,
                ["s3:ListBucket"],
                [$"arn:aws:s3:::{place.Bucket}"],
                new Demand("s3:prefix", $"{place.Prefix}/{folder}", $"{place.Prefix}/training/data/raw/x")
            );
        }

        yield return new(role, Sources.BucketKey, ["kms:Decrypt"], [dataKey], CallerAccount(place));
        yield return new(role, Sources.BucketKey, ["kms:DescribeKey"], [dataKey]);
        yield return new(
            role,
            Sources.Spec,
            ["sagemaker:DescribePipelineExecution", "sagemaker:ListPipelineExecutionSteps", "sagemaker:ListPipelineParametersForExecution"],
            [.. place.Pipelines.Select(pipeline => $"{pipeline}/execution/*")]
        );
        if (place.Builds)
        {
            yield return ReadVersions(place, role);
            yield return new(
                role,
                Sources.Spec,
                ["sagemaker:ListPipelineExecutions", "sagemaker:StartPipelineExecution"],
                [place.Pipeline("training-with-hpo")]
            );
            yield return new(role, Sources.Spec, ["events:PutEvents"], [place.Arn("events", "event-bus/default")]);
        }
    }

    private static IEnumerable<Need> ApprovalDeploy(Place place)
    {
        var role = Actor.Role("approval-deploy");
        yield return new(
            role,
            Sources.SecretKey,
            ["secretsmanager:GetSecretValue"],
            [place.Arn("secretsmanager", "secret:mlops-batch/gitlab-token-AbCdEf")]
        );
        yield return new(role, Sources.Spec, ["events:PutEvents"], [place.Arn("events", "event-bus/default")]);
        yield return ReadVersions(place, role);
    }

    private static Need ReadVersions(Place place, Actor role) =>
        new(
            role,
            Sources.Spec,
            ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"],
            [place.Arn("sagemaker", "model-package-group/abalone"), place.Arn("sagemaker", "model-package/abalone/*")]
        );
}
