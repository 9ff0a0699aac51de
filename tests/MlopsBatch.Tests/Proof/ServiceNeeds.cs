namespace MlopsBatch.Tests.Proof;

/// <summary>What services of AWS do in their own name, what administrators may, and what other accounts may.</summary>
internal static class ServiceNeeds
{
    private const string Foreign = "999999999999";

    public static IEnumerable<Need> Of(Place place, string dataKey, string platformKey) =>
        WithOthers([
            .. Events(place, platformKey),
            .. Trust(place),
            .. Mails(place, platformKey),
            .. Logs(place, platformKey),
            .. Administration(place, dataKey, platformKey),
            .. place.IsShared ? DeployAccounts(place, dataKey) : [],
        ]);

    /// <summary>A service and an account that nobody spoke of, in whatever circumstances somebody else has access.</summary>
    private static IEnumerable<Need> WithOthers(Need[] needs)
    {
        Actor[] others = [Actor.Service("ec2.amazonaws.com"), Actor.Anyone("arn:aws:iam::777788889999:role/any")];
        var circumstances = needs
            .Select(need => need with { Actions = [], Resources = [] })
            .DistinctBy(need => string.Join(' ', need.Demands));
        return needs.Concat(others.SelectMany(other => circumstances.Select(need => need with { Actor = other })));
    }

    private static Demand SourceAccount(Place place) => new("aws:SourceAccount", place.Account, Foreign);

    private static Demand SourceArn(string good) => new("aws:SourceArn", good, good.Replace("mlops-batch-", "another-"));

    private static IEnumerable<Need> Events(Place place, string platformKey)
    {
        var events = Actor.Service("events.amazonaws.com");
        var rule = place.Rule(place.Full("executions"));
        foreach (var function in place.Builds ? new[] { "notifications", "approval-deploy" } : ["notifications"])
        {
            yield return new(
                events,
                Sources.RuleTargets,
                ["lambda:InvokeFunction"],
                [place.Function(function)],
                SourceArn(place.Rule("executions")),
                SourceAccount(place)
            );
        }

        yield return new(
            events,
            Sources.RuleDeadLetters,
            ["sqs:SendMessage"],
            [place.Queue("undelivered-events")],
            SourceArn(place.Rule("executions"))
        );
        if (place.IsShared)
        {
            yield return new(
                events,
                Sources.RuleTargets,
                ["lambda:InvokeFunction"],
                [place.Function("notifications")],
                SourceArn(place.Arn("events", $"rule/mlops-batch-{place.Stack}/{place.Full("abalone-remote-retraining")}")),
                SourceAccount(place)
            );
            yield return new(
                events,
                Sources.RuleDeadLetters,
                ["sqs:SendMessage"],
                [place.Queue("undelivered-events")],
                SourceArn(place.Arn("events", $"rule/mlops-batch-{place.Stack}/{place.Full("abalone-remote-retraining")}"))
            );
        }

        yield return new(events, Sources.QueueKey, ["kms:Decrypt", "kms:GenerateDataKey"], [platformKey], SourceAccount(place));
        foreach (var service in new[] { "events.amazonaws.com", "delivery.logs.amazonaws.com" }.Select(Actor.Service))
        {
            var streams = place.Arn("logs", $"log-group:/aws/events/{place.Full("audit")}:*");
            yield return new(service, Sources.RuleTargets, ["logs:CreateLogStream"], [streams]);
            yield return new(service, Sources.RuleTargets, ["logs:PutLogEvents"], [streams], SourceArn(place.Rule("deployments")));
        }
    }

    private static IEnumerable<Need> Trust(Place place)
    {
        var functions = place.Builds ? new[] { "notifications", "approval-deploy" } : ["notifications"];
        yield return Take("lambda.amazonaws.com", Sources.FunctionRole, [.. functions.Select(place.Role)]);
        yield return Take("pipes.amazonaws.com", Sources.Pipes, [place.Role("dead-letter-mails")], SourceAccount(place));
        yield return Take("events.amazonaws.com", Sources.RuleRoles, [place.Role("abalone-start")], SourceAccount(place));
        yield return Take("scheduler.amazonaws.com", Sources.Scheduler, [place.Role("abalone-start")], SourceAccount(place));
        yield return Take("sagemaker.amazonaws.com", Sources.JobRole, [place.Role("abalone-jobs")], SourceAccount(place));
        if (place.SendsViolations)
        {
            yield return Take("events.amazonaws.com", Sources.CrossBus, [place.Role("abalone-violations")], SourceAccount(place));
        }
    }

    private static Need Take(string service, string source, string[] roles, params Demand[] demands) =>
        new(Actor.Service(service), source, ["sts:AssumeRole"], roles, demands);

    private static IEnumerable<Need> Mails(Place place, string platformKey)
    {
        var (sns, alarms) = (Actor.Service("sns.amazonaws.com"), Actor.Service("cloudwatch.amazonaws.com"));
        yield return new(sns, Sources.TopicKey, ["kms:Decrypt", "kms:GenerateDataKey"], [platformKey], SourceAccount(place));
        yield return new(
            sns,
            Sources.TopicDeadLetters,
            ["sqs:SendMessage"],
            [place.Queue("undelivered-mails")],
            SourceArn(place.Topic("operations"))
        );
        yield return new(alarms, Sources.TopicAlarms, ["kms:Decrypt", "kms:GenerateDataKey"], [platformKey], SourceAccount(place));
        yield return new(alarms, Sources.TopicAlarms, ["sns:Publish"], [place.Topic("operations")], SourceAccount(place));
    }

    private static IEnumerable<Need> Logs(Place place, string platformKey)
    {
        yield return new(
            Actor.Service($"logs.{Place.Region}.amazonaws.com"),
            Sources.LogKey,
            ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
            [platformKey],
            new Demand(
                "kms:EncryptionContext:aws:logs:arn",
                place.Arn("logs", $"log-group:/aws/lambda/{place.Full("notifications")}"),
                $"arn:aws:logs:{Place.Region}:{Foreign}:log-group:/aws/lambda/{place.Full("notifications")}"
            )
        );
        yield return new(
            Actor.Service("logging.s3.amazonaws.com"),
            Sources.AccessLogs,
            ["s3:PutObject"],
            [$"arn:aws:s3:::{place.Bucket}-access-logs/*"],
            SourceAccount(place),
            new Demand("aws:SourceArn", $"arn:aws:s3:::{place.Bucket}", "arn:aws:s3:::beside")
        );
    }

    /// <summary>Who runs the deployment administers keys by their own role's permissions; nobody does anything in plain text.</summary>
    private static IEnumerable<Need> Administration(Place place, string dataKey, string platformKey)
    {
        var administrator = Actor.Anyone($"arn:aws:iam::{place.Account}:role/deployment");
        yield return new(
            administrator,
            Sources.KeyAdministration,
            [
                "kms:CancelKeyDeletion",
                "kms:CreateAlias",
                "kms:CreateGrant",
                "kms:DeleteAlias",
                "kms:DescribeKey",
                "kms:DisableKey",
                "kms:DisableKeyRotation",
                "kms:EnableKey",
                "kms:EnableKeyRotation",
                "kms:GetKeyPolicy",
                "kms:GetKeyRotationStatus",
                "kms:ListAliases",
                "kms:ListGrants",
                "kms:ListKeyPolicies",
                "kms:ListResourceTags",
                "kms:ListRetirableGrants",
                "kms:PutKeyPolicy",
                "kms:RevokeGrant",
                "kms:ScheduleKeyDeletion",
                "kms:TagResource",
                "kms:UntagResource",
                "kms:UpdateAlias",
                "kms:UpdateKeyDescription",
            ],
            [dataKey, platformKey]
        );
        yield return new(
            administrator,
            Sources.KeyAdministration,
            [
                "kms:Decrypt",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo",
            ],
            [dataKey, platformKey],
            PlatformNeeds.CallerAccount(place)
        );
        var encrypted = new Demand("aws:SecureTransport", "true", "false", MayBeMissing: true);
        yield return new(
            administrator,
            Sources.Spec,
            ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
            [
                $"arn:aws:s3:::{place.Bucket}",
                $"arn:aws:s3:::{place.Bucket}/*",
                $"arn:aws:s3:::{place.Bucket}-access-logs",
                $"arn:aws:s3:::{place.Bucket}-access-logs/*",
            ],
            encrypted
        );
        yield return new(
            administrator,
            Sources.Spec,
            ["sns:Publish"],
            [place.Topic("operations"), place.Topic("approvals"), place.Topic("quality")],
            encrypted
        );
        yield return new(
            administrator,
            Sources.Spec,
            ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"],
            [
                place.Queue("undelivered-events"),
                place.Queue("undelivered-mails"),
                place.Queue("failed-functions"),
                place.Queue("undelivered-schedules"),
            ],
            encrypted
        );
    }

    /// <summary>Jobs, and the role that reads the registry, of the deploy accounts; no other role of theirs.</summary>
    private static IEnumerable<Need> DeployAccounts(Place place, string dataKey)
    {
        foreach (var account in new[] { Place.Staging, Place.Production })
        {
            var jobs = Actor.Anyone($"arn:aws:iam::{account}:role/mlops-batch-x-abalone-jobs");
            var ours = new Demand("aws:PrincipalArn", jobs.Name, $"arn:aws:iam::{account}:role/other", MayBeMissing: true);
            yield return new(
                jobs,
                Sources.RegistrySharing,
                ["s3:GetObject"],
                [place.ObjectsOfAll("training/model"), place.ObjectsOfAll("monitoring/data-quality")],
                ours
            );
            foreach (var folder in new[] { "training/model", "monitoring/data-quality" })
            {
                yield return new(
                    jobs,
                    Sources.RegistrySharing,
                    ["s3:ListBucket"],
                    [$"arn:aws:s3:::{place.Bucket}"],
                    ours,
                    new Demand("s3:prefix", $"{place.Prefix}/{folder}/x", $"{place.Prefix}/training/data/raw/x")
                );
            }

            yield return new(jobs, Sources.RegistrySharing, ["kms:Decrypt", "kms:DescribeKey"], [dataKey], ours);
            var (group, versions) = (
                place.Arn("sagemaker", "model-package-group/abalone"),
                place.Arn("sagemaker", "model-package/abalone/*")
            );
            yield return new(
                jobs,
                Sources.RegistrySharing,
                ["sagemaker:CreateModel", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"],
                [group, versions],
                ours
            );
            yield return new(jobs, Sources.RegistrySharing, ["sagemaker:DescribeModelPackageGroup"], [group], ours);
            yield return new(jobs, Sources.RegistrySharing, ["sts:AssumeRole"], [place.Role("registry-reader")], ours);
            yield return new(
                jobs,
                Sources.CrossBus,
                ["events:PutEvents"],
                [Place.ViolationBus],
                ours,
                new Demand("events:source", "aws.sagemaker", "own", MayBeMissing: true),
                new Demand(
                    "events:detail-type",
                    "SageMaker Model Building Pipeline Execution Step Status Change",
                    "MlopsBatch Deployment Triggered",
                    MayBeMissing: true
                )
            );
        }
    }
}
