using System.Collections.Immutable;
using MlopsBatch.Platform;
using Pulumi.Testing;

namespace MlopsBatch.Inspection;

/// <summary>Ids, ARNs and names as AWS would give them, made from the inputs so that two evaluations agree.</summary>
internal static class PlausibleState
{
    /// <summary>Resource types to how their ARN goes on after the account, and the input with their name.</summary>
    private static readonly Dictionary<string, (string Service, string Kind, string Name)> Arns = new()
    {
        ["aws:cloudwatch/eventBus:EventBus"] = ("events", "event-bus/", "name"),
        ["aws:cloudwatch/logGroup:LogGroup"] = ("logs", "log-group:", "name"),
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = ("cloudwatch", "alarm:", "name"),
        ["aws:iam/policy:Policy"] = ("iam", "policy/", "name"),
        ["aws:iam/role:Role"] = ("iam", "role/", "name"),
        ["aws:lambda/function:Function"] = ("lambda", "function:", "name"),
        ["aws:lambda/layerVersion:LayerVersion"] = ("lambda", "layer:", "layerName"),
        ["aws:pipes/pipe:Pipe"] = ("pipes", "pipe/", "name"),
        ["aws:sagemaker/modelPackageGroup:ModelPackageGroup"] = ("sagemaker", "model-package-group/", "modelPackageGroupName"),
        ["aws:sagemaker/pipeline:Pipeline"] = ("sagemaker", "pipeline/", "pipelineName"),
        ["aws:scheduler/schedule:Schedule"] = ("scheduler", "schedule/default/", "name"),
        ["aws:secretsmanager/secret:Secret"] = ("secretsmanager", "secret:", "name"),
        ["aws:sns/topic:Topic"] = ("sns", "", "name"),
        ["aws:sqs/queue:Queue"] = ("sqs", "", "name"),
    };

    public static (string Id, ImmutableDictionary<string, object> State) Of(MockResourceArgs args, string account, string region)
    {
        var partition = AwsPartition.Of(region);
        string Text(string input) => args.Inputs.TryGetValue(input, out var value) && value is string text ? text : args.Name!;
        string Arn(string service, string rest) => $"arn:{partition}:{service}:{(service == "iam" ? "" : region)}:{account}:{rest}";
        var state = ImmutableDictionary<string, object>.Empty;
        switch (args.Type)
        {
            case "aws:s3/bucket:Bucket":
                return (Text("bucket"), state.Add("arn", $"arn:{partition}:s3:::{Text("bucket")}"));
            case "aws:s3/bucketObjectv2:BucketObjectv2":
                return ($"{Text("bucket")}/{Text("key")}", state.Add("arn", $"arn:{partition}:s3:::{Text("bucket")}/{Text("key")}"));
            case "aws:kms/key:Key":
                return (KeyId(args.Name!), state.Add("arn", Arn("kms", $"key/{KeyId(args.Name!)}")).Add("keyId", KeyId(args.Name!)));
            case "aws:kms/alias:Alias":
                return (Text("name"), state.Add("arn", Arn("kms", Text("name"))));
            case "aws:cloudwatch/eventRule:EventRule":
                var bus = args.Inputs.TryGetValue("eventBusName", out var name) ? $"{name}/" : "";
                return (bus + Text("name"), state.Add("arn", Arn("events", $"rule/{bus}{Text("name")}")));
            case "aws:sns/topicSubscription:TopicSubscription":
                return (args.Name!, state.Add("arn", $"{Text("topic")}:{KeyId(args.Name!)}").Add("pendingConfirmation", true));
            case var type when Arns.TryGetValue(type!, out var known):
                var arn =
                    Arn(known.Service, known.Kind + Text(known.Name))
                    + (
                        known.Service == "secretsmanager" ? "-AbCdEf"
                        : known.Kind == "layer:" ? ":1"
                        : ""
                    );
                var complete = state.Add("arn", arn).Add("name", Text(known.Name));
                return args.Type == "aws:sqs/queue:Queue"
                    ? (
                        $"https://sqs.{region}.{AwsPartition.DnsSuffix(region)}/{account}/{Text("name")}",
                        complete.Add("url", $"https://sqs.{region}.{AwsPartition.DnsSuffix(region)}/{account}/{Text("name")}")
                    )
                    : (Text(known.Name), complete);
            default:
                return (args.Type!.StartsWith("aws:", StringComparison.Ordinal) ? args.Name! : "", state);
        }
    }

    private static string KeyId(string name) =>
        new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))[..16]).ToString();
}
