using System.Collections.Immutable;
using MlopsBatch.Configuration;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.CloudWatch;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Kms;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>What the people of an account have to be allowed to do, written down apart from the policies that allow it.</summary>
internal static class PeopleWork
{
    private const string Scientist = "data-scientist",
        Engineer = "data-engineer",
        Operator = "operator";

    private static readonly string[] Look =
    [
        "sagemaker:DescribePipeline",
        "sagemaker:ListPipelineExecutions",
        "sagemaker:StartPipelineExecution",
    ];

    private static readonly string[] LookIn = ["sagemaker:DescribePipelineExecution", "sagemaker:ListPipelineExecutionSteps"];

    private static readonly string[] Repeat = ["sagemaker:RetryPipelineExecution", "sagemaker:StopPipelineExecution"];

    private static readonly string[] ReadLogs = ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents"];

    private static readonly string[] Move =
    [
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes",
        "sqs:SendMessage",
        "sqs:StartMessageMoveTask",
        "sqs:ListMessageMoveTasks",
        "sqs:CancelMessageMoveTask",
    ];

    /// <summary>The ARN of a version of the account's model.</summary>
    public static string VersionOf(AccountView account, int version)
    {
        var registry = account.Account.SageMaker.Registry;
        return registry
            .ListModelPackageGroups()
            .SelectMany(group => registry.ListModelPackages(group.Name))
            .First(package => package.Version == version)
            .Arn;
    }

    /// <summary>Who needs which right.</summary>
    public static IEnumerable<(string Person, AccessRequest Request)> Of(AccountView account, int version) =>
        [.. Versions(account, version), .. Pipelines(account), .. Data(account), .. Operations(account), .. LeftModels(account)];

    private static IEnumerable<(string, AccessRequest)> Versions(AccountView account, int version)
    {
        if (!account.Has(AccountRole.Registry))
        {
            yield break;
        }

        var arn = VersionOf(account, version);
        var group = arn.Replace(":model-package/", ":model-package-group/", StringComparison.Ordinal);
        group = group[..group.LastIndexOf('/')];
        yield return Ask(account, Scientist, "sagemaker:ListModelPackageGroups", "*");
        yield return Ask(account, Scientist, "sagemaker:DescribeModelPackageGroup", group);
        yield return Ask(account, Scientist, "sagemaker:ListModelPackages", group);
        yield return Ask(account, Scientist, "sagemaker:DescribeModelPackage", arn);
        yield return Ask(account, Scientist, "sagemaker:UpdateModelPackage", arn);
        yield return Ask(account, Operator, "sagemaker:ListModelPackageGroups", "*");
    }

    private static IEnumerable<(string, AccessRequest)> Pipelines(AccountView account)
    {
        foreach (var person in new[] { Scientist, Operator })
        {
            yield return Ask(account, person, "sagemaker:ListPipelines", "*");
            foreach (var pipeline in account.Account.SageMaker.ListPipelines())
            {
                var execution = $"{pipeline.Arn}/execution/a1b2c3d4e5f6";
                var inExecution = person == Operator ? LookIn.Concat(Repeat) : LookIn;
                var asked = Look.Select(action => (action, pipeline.Arn)).Concat(inExecution.Select(action => (action, execution)));
                foreach (var (action, arn) in asked)
                {
                    yield return Ask(account, person, action, arn);
                }
            }
        }

        foreach (var (kind, name) in account.Account.SageMaker.ListPipelines().Count > 0 ? Jobs() : [])
        {
            yield return Ask(account, Scientist, $"sagemaker:Describe{name}", account.Account.Arn("sagemaker", $"{kind}/pipelines-a1b2c3"));
        }

        foreach (var action in account.Account.SageMaker.ListPipelines().Count > 0 ? ReadLogs : [])
        {
            yield return Ask(account, Scientist, action, account.Account.Arn("logs", "log-group:/aws/sagemaker/TrainingJobs:*"));
        }
    }

    private static (string Kind, string Name)[] Jobs() =>
        [
            ("processing-job", "ProcessingJob"),
            ("training-job", "TrainingJob"),
            ("transform-job", "TransformJob"),
            ("hyper-parameter-tuning-job", "HyperParameterTuningJob"),
        ];

    private static IEnumerable<(string, AccessRequest)> Data(AccountView account)
    {
        var (bucket, layout) = (account.Bucket, account.Layout);
        foreach (var folder in layout.Folders)
        {
            yield return Ask(account, Scientist, "s3:GetObject", $"{bucket.Arn}/{folder.Key("a/file.csv")}");
            yield return Ask(account, Scientist, "s3:ListBucket", bucket.Arn, ("s3:prefix", folder.Prefix));
        }

        foreach (var folder in new[] { layout.TrainingData, layout.InferenceData, layout.GroundTruth })
        {
            yield return Ask(account, Engineer, "s3:PutObject", $"{bucket.Arn}/{folder.Key("file.csv")}");
            yield return Ask(account, Engineer, "s3:AbortMultipartUpload", $"{bucket.Arn}/{folder.Key("file.csv")}");
        }

        if (bucket.KmsKeyArn is { } key)
        {
            yield return Use(account, Scientist, "kms:Decrypt", key);
            yield return Use(account, Scientist, "kms:DescribeKey", key);
            yield return Use(account, Engineer, "kms:GenerateDataKey", key);
            // The parts of a large file are joined under the key.
            yield return Use(account, Engineer, "kms:Decrypt", key);
        }
    }

    private static IEnumerable<(string, AccessRequest)> Operations(AccountView account)
    {
        foreach (var queue in account.Account.Service<SqsService>().ListQueues())
        {
            var arn = account.Account.Service<SqsService>().GetQueueArn(queue);
            foreach (var action in Move)
            {
                yield return Ask(account, Operator, action, arn);
            }

            if (account.Account.Service<SqsService>().GetQueueAttributes(queue).KmsKey is { } key)
            {
                yield return Use(account, Operator, "kms:Decrypt", key);
                yield return Use(account, Operator, "kms:GenerateDataKey", key);
            }
        }

        foreach (var function in account.Account.Service<LambdaService>().ListFunctions())
        {
            yield return Ask(account, Operator, "lambda:InvokeFunction", function.Arn);
            foreach (var action in ReadLogs)
            {
                yield return Ask(account, Operator, action, account.Account.Arn("logs", $"log-group:{function.LogGroup}:*"));
            }
        }

        var dashboard = account
            .Account.Service<DeploymentService>()
            .State(account.Name)
            .Single(one => one.Declared.Type == ResourceTypes.Dashboard)
            .Value("dashboardName");
        var alarm = account.Account.Service<CloudWatchService>().DescribeAlarms()[0].Alarm.Name;
        alarm = account.Account.Arn("cloudwatch", $"alarm:{alarm}");
        yield return Ask(account, Operator, "cloudwatch:DescribeAlarms", alarm);
        yield return Ask(account, Operator, "cloudwatch:DescribeAlarmHistory", alarm);
        yield return Ask(account, Operator, "cloudwatch:GetDashboard", account.Account.GlobalArn("cloudwatch", $"dashboard/{dashboard}"));
        yield return Ask(account, Operator, "cloudwatch:GetMetricData", "*");
        yield return Ask(account, Operator, "cloudwatch:ListMetrics", "*");
    }

    /// <summary>What <c>mlops cleanup</c> asks.</summary>
    private static IEnumerable<(string, AccessRequest)> LeftModels(AccountView account)
    {
        if (!account.Has(AccountRole.Deploy))
        {
            yield break;
        }

        var left = account.Account.Arn("sagemaker", "model/pipelines-a1b2c3d4e5f6-CreateModelStep-a1b2c3");
        yield return Ask(account, Operator, "sagemaker:ListModels", "*");
        yield return Ask(account, Operator, "sagemaker:ListTags", left);
        foreach (var model in StackModel.Of(account.Stack.Context))
        {
            var tags = model.Tags.Select(tag => ($"aws:ResourceTag/{tag.Key}", tag.Value)).ToArray();
            yield return Ask(account, Operator, "sagemaker:DeleteModel", left, tags);
        }
    }

    private static (string, AccessRequest) Use(AccountView account, string person, string action, string key)
    {
        var (who, request) = Ask(account, person, action, key, ("kms:CallerAccount", account.Account.Id));
        return (who, request with { ResourcePolicy = account.Account.Service<KmsService>().DescribeKey(key).Policy });
    }

    private static (string, AccessRequest) Ask(
        AccountView account,
        string person,
        string action,
        string resource,
        params (string Key, string Value)[] context
    ) =>
        (
            person,
            new AccessRequest(new(account.Stack.People[person]), action, resource, account.Account.Id)
            {
                Context = context.ToImmutableDictionary(one => one.Key, one => one.Value),
            }
        );
}
