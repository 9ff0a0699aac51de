using System.Collections.Immutable;
using MlopsBatch.Aws;
using MlopsBatch.Inspection.Declared;
using Pulumi.Testing;

namespace MlopsBatch.Inspection;

/// <summary>Ids, ARNs and names as AWS would give them, made from the inputs so that two evaluations agree.</summary>
internal static class PlausibleState
{
    /// <summary>Resource types to how their ARN goes on after the account, and the input with their name.</summary>
    private static readonly Dictionary<string, (string Service, string Kind, string Name)> Arns = new()
    {
        [ResourceTypes.EventBus] = ("events", "event-bus/", "name"),
        [ResourceTypes.LogGroup] = ("logs", "log-group:", "name"),
        [ResourceTypes.Alarm] = ("cloudwatch", "alarm:", "name"),
        [ResourceTypes.Policy] = ("iam", "policy/", "name"),
        [ResourceTypes.Role] = ("iam", "role/", "name"),
        [ResourceTypes.Function] = ("lambda", "function:", "name"),
        [ResourceTypes.Layer] = ("lambda", "layer:", "layerName"),
        [ResourceTypes.Pipe] = ("pipes", "pipe/", "name"),
        [ResourceTypes.ModelPackageGroup] = ("sagemaker", "model-package-group/", "modelPackageGroupName"),
        [ResourceTypes.Pipeline] = ("sagemaker", "pipeline/", "pipelineName"),
        [ResourceTypes.Schedule] = ("scheduler", "schedule/default/", "name"),
        [ResourceTypes.Secret] = ("secretsmanager", "secret:", "name"),
        [ResourceTypes.Topic] = ("sns", "", "name"),
        [ResourceTypes.Queue] = ("sqs", "", "name"),
    };

    public static (string Id, ImmutableDictionary<string, object> State) Of(MockResourceArgs args, string account, string region)
    {
        var partition = Partition.OfRegion(region);
        string Text(string input) => args.Inputs.TryGetValue(input, out var value) && value is string text ? text : args.Name!;
        string Arn(string service, string rest) => partition.Arn(service, service == "iam" ? "" : region, account, rest).ToString();
        var state = ImmutableDictionary<string, object>.Empty;
        switch (args.Type)
        {
            case ResourceTypes.Bucket:
                return (Text("bucket"), state.Add("arn", partition.S3(Text("bucket")).ToString()));
            case ResourceTypes.BucketObject:
                return ($"{Text("bucket")}/{Text("key")}", state.Add("arn", partition.S3($"{Text("bucket")}/{Text("key")}").ToString()));
            case ResourceTypes.Key:
                return (KeyId(args.Name!), state.Add("arn", Arn("kms", $"key/{KeyId(args.Name!)}")).Add("keyId", KeyId(args.Name!)));
            case ResourceTypes.KeyAlias:
                return (Text("name"), state.Add("arn", Arn("kms", Text("name"))));
            case ResourceTypes.Rule:
                var bus = args.Inputs.TryGetValue("eventBusName", out var name) ? $"{name}/" : "";
                return (bus + Text("name"), state.Add("arn", Arn("events", $"rule/{bus}{Text("name")}")));
            case ResourceTypes.Subscription:
                return (args.Name!, state.Add("arn", $"{Text("topic")}:{KeyId(args.Name!)}").Add("pendingConfirmation", true));
            case var type when Arns.TryGetValue(type!, out var known):
                var arn =
                    Arn(known.Service, known.Kind + PathOf(args) + Text(known.Name))
                    + (
                        known.Service == "secretsmanager" ? "-AbCdEf"
                        : known.Kind == "layer:" ? ":1"
                        : ""
                    );
                var complete = state.Add("arn", arn).Add("name", Text(known.Name));
                return args.Type == ResourceTypes.Queue
                    ? (
                        $"https://{partition.ServiceHost("sqs", region)}/{account}/{Text("name")}",
                        complete.Add("url", $"https://{partition.ServiceHost("sqs", region)}/{account}/{Text("name")}")
                    )
                    : (Text(known.Name), complete);
            default:
                return (args.Type!.StartsWith("aws:", StringComparison.Ordinal) ? args.Name! : "", state);
        }
    }

    /// <summary>IAM's paths stand between the kind and the name, without the slash that they begin with.</summary>
    private static string PathOf(MockResourceArgs args) =>
        args.Inputs.TryGetValue("path", out var path) && path is string text ? text.TrimStart('/') : "";

    private static string KeyId(string name) =>
        new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))[..16]).ToString();
}
