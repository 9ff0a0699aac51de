using MlopsBatch.Aws;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Platform;

namespace MlopsBatch.CiRights;

/// <summary>
/// Which ARNs a policy names for what a stack declares: of what bears the stack's name, everything that begins with it
/// (<c>mlops-batch-dev-*</c>), so that another alarm needs no other policy; of the rest, exactly what is declared.
/// </summary>
/// <param name="context">The stack.</param>
/// <param name="account">The account that it is deployed in.</param>
internal sealed class DeclaredArns(StackContext context, string account)
{
    private readonly Partition _partition = Partition.OfRegion(context.Region);
    private readonly string _prefix = new Names(context.Stack).Of("");

    /// <summary>ARN of a resource of the account and region.</summary>
    public string Of(string service, string resource) => _partition.Arn(service, context.Region, account, resource).ToString();

    /// <summary>ARN of a thing of the account's IAM.</summary>
    public string OfIam(string resource) => _partition.Iam(account, resource).ToString();

    /// <summary>What actions on a resource name; empty for keys, which have no name: their tags tell them.</summary>
    /// <exception cref="InvalidOperationException">No line says what the type's ARN is.</exception>
    public string[] Of(RecordedResource resource)
    {
        string Text(string input) =>
            resource.Text(input) ?? throw new InvalidOperationException($"{resource.Title} has no {input}, so it can't be named.");
        return resource.Type switch
        {
            ResourceTypes.Key => [],
            ResourceTypes.KeyAlias => [Of("kms", Wide(Text("name")))],
            ResourceTypes.BucketObject => [Bucket(Text("bucket")), _partition.S3($"{Text("bucket")}/{Objects(Text("key"))}").ToString()],
            var type when type.StartsWith("aws:s3/", StringComparison.Ordinal) => [Bucket(Text("bucket"))],
            ResourceTypes.Role => [OfIam($"role{Path(resource)}{Wide(Text("name"))}")],
            ResourceTypes.Policy => [OfIam($"policy{Path(resource)}{Wide(Text("name"))}")],
            // The name of a role tells no path; all roles of a stack have the same.
            ResourceTypes.RolePolicy or ResourceTypes.PolicyAttachment => [OfIam($"role{context.Settings.Iam.Path}{Wide(Text("role"))}")],
            ResourceTypes.Topic => [Of("sns", Wide(Text("name")))],
            ResourceTypes.TopicPolicy => [Of("sns", Wide(Arn.Parse(Text("arn")).Name))],
            ResourceTypes.Subscription => [Of("sns", Wide(Arn.Parse(Text("topic")).Name))],
            ResourceTypes.Queue => [Of("sqs", Wide(Text("name")))],
            ResourceTypes.QueuePolicy => [Of("sqs", Wide(Text("queueUrl").Split('/')[^1]))],
            ResourceTypes.EventBus => [Of("events", $"event-bus/{Text("name")}")],
            ResourceTypes.EventBusPolicy => [Of("events", $"event-bus/{Text("eventBusName")}")],
            ResourceTypes.Rule => [Rule(resource, Text("name"))],
            ResourceTypes.Target => [Rule(resource, Text("rule"))],
            ResourceTypes.Pipe => [Of("pipes", $"pipe/{Wide(Text("name"))}")],
            ResourceTypes.Schedule => [Of("scheduler", $"schedule/{resource.Text("groupName") ?? "default"}/{Wide(Text("name"))}")],
            // Secrets Manager adds six characters to a name.
            ResourceTypes.Secret => [Of("secretsmanager", $"secret:{Text("name")}-??????")],
            ResourceTypes.Function => [Of("lambda", $"function:{Wide(Text("name"))}")],
            ResourceTypes.InvokeConfig => [Of("lambda", $"function:{Wide(Text("functionName"))}")],
            ResourceTypes.Permission => [Of("lambda", $"function:{Wide(Text("function"))}")],
            ResourceTypes.Layer => [Of("lambda", $"layer:{Wide(Text("layerName"))}")],
            ResourceTypes.Alarm => [Of("cloudwatch", $"alarm:{Wide(Text("name"))}")],
            ResourceTypes.Dashboard => [_partition.Arn("cloudwatch", "", account, $"dashboard/{Wide(Text("dashboardName"))}").ToString()],
            ResourceTypes.LogGroup => [Of("logs", $"log-group:{Wide(Text("name"))}")],
            ResourceTypes.LogResourcePolicy => [],
            ResourceTypes.ModelPackageGroup or ResourceTypes.ModelPackageGroupPolicy =>
            [
                Of("sagemaker", $"model-package-group/{Text("modelPackageGroupName")}"),
            ],
            ResourceTypes.Pipeline => [Of("sagemaker", $"pipeline/{Text("pipelineName")}")],
            _ => throw new InvalidOperationException($"No line of {nameof(DeclaredArns)} says what the ARN of a {resource.Type} is."),
        };
    }

    private string Bucket(string name) => _partition.S3(name).ToString();

    private string Rule(RecordedResource resource, string name) =>
        Of("events", $"rule/{(resource.Text("eventBusName") is { } bus and not "default" ? bus + "/" : "")}{Wide(name)}");

    private static string Path(RecordedResource resource) => resource.Text("path") ?? "/";

    /// <summary>A name, or the pattern of all names that the stack gives.</summary>
    private string Wide(string name) =>
        name.IndexOf(_prefix, StringComparison.Ordinal) is var at and >= 0 ? name[..(at + _prefix.Length)] + "*" : name;

    /// <summary>A key, or the pattern of all scripts of its model: they lie under the hash of what they are.</summary>
    private string Objects(string key) =>
        context
            .Settings.Models.Select(model => new S3Layout("", context.Settings.Bucket.Prefix, model.Name).Scripts)
            .FirstOrDefault(scripts => scripts.Contains(key))
            is { } folder
            ? folder.Prefix + "*"
            : key;
}
