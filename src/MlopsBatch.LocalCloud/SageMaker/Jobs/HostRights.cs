using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Kms;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs;

/// <summary>
/// What SageMaker does with a job's role before and while the container runs: it pulls the image, attaches to the VPC, has the
/// volume encrypted, writes the log and the machine's metrics.
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
/// </summary>
internal sealed partial class HostRights(CloudAccount account, Caller job)
{
    private static readonly ImmutableDictionary<string, string> LogGroups = new Dictionary<string, string>
    {
        ["Processing"] = "/aws/sagemaker/ProcessingJobs",
        ["QualityCheck"] = "/aws/sagemaker/ProcessingJobs",
        ["Training"] = "/aws/sagemaker/TrainingJobs",
        ["Tuning"] = "/aws/sagemaker/TrainingJobs",
        ["Transform"] = "/aws/sagemaker/TransformJobs",
    }.ToImmutableDictionary();

    private static readonly ImmutableArray<string> NetworkLooks =
    [
        "ec2:DescribeVpcs",
        "ec2:DescribeSubnets",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeDhcpOptions",
        "ec2:DescribeNetworkInterfaces",
    ];

    /// <exception cref="CloudException">AccessDenied, as the job fails with it.</exception>
    public void Ask(string stepType, JsonObject arguments)
    {
        foreach (var image in Texts(arguments, "ImageUri", "TrainingImage", "Image"))
        {
            Pull(image);
        }

        foreach (var network in Objects(arguments, "VpcConfig"))
        {
            Attach(network);
        }

        foreach (var key in Texts(arguments, "VolumeKmsKeyId"))
        {
            account.As(job).Service<KmsService>().CreateGrant(key);
        }

        if (LogGroups.GetValueOrDefault(stepType) is { } group)
        {
            Write(group);
        }
    }

    private void Pull(string image)
    {
        if (Registry().Match(image) is not { Success: true } uri)
        {
            return;
        }

        Ask("ecr:GetAuthorizationToken", "*");
        var (owner, name) = (uri.Groups[1].Value, uri.Groups[2].Value);
        var repository = new Aws.Arn(account.Cloud.Partition, "ecr", account.Region, owner, $"repository/{name}");
        foreach (var action in new[] { "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage" })
        {
            Ask(action, repository.ToString());
        }
    }

    private void Attach(JsonObject network)
    {
        foreach (var look in NetworkLooks)
        {
            Ask(look, "*");
        }

        foreach (var subnet in network.Texts("Subnets"))
        {
            var arn = account.Arn("ec2", $"subnet/{subnet}");
            var face = account.Arn("ec2", $"network-interface/eni-{account.Cloud.Ids.Of(17, arn)}");
            Ask("ec2:CreateNetworkInterface", arn);
            Ask("ec2:CreateNetworkInterface", face);
            Ask("ec2:CreateNetworkInterfacePermission", face, ("ec2:Subnet", arn));
            Ask("ec2:DeleteNetworkInterfacePermission", "*");
            Ask("ec2:DeleteNetworkInterface", face, ("ec2:Subnet", arn));
        }

        foreach (var group in network.Texts("SecurityGroupIds"))
        {
            Ask("ec2:CreateNetworkInterface", account.Arn("ec2", $"security-group/{group}"));
        }
    }

    private void Write(string group)
    {
        var arn = account.Arn("logs", $"log-group:{group}");
        foreach (var action in new[] { "logs:CreateLogGroup", "logs:DescribeLogStreams" })
        {
            Ask(action, arn);
        }

        foreach (var action in new[] { "logs:CreateLogStream", "logs:PutLogEvents" })
        {
            Ask(action, arn + ":log-stream:job");
        }

        Ask("cloudwatch:PutMetricData", "*", ("cloudwatch:namespace", group));
    }

    private void Ask(string action, string resource, params (string Key, string Value)[] context) =>
        account.Cloud.Authorizer.Authorize(
            new AccessRequest(job, action, resource, account.Id)
            {
                Context = context.ToImmutableDictionary(one => one.Key, one => one.Value),
            }
        );

    private static IEnumerable<string> Texts(JsonNode? node, params string[] names) =>
        Found(node, names).OfType<JsonValue>().Select(value => value.ToString()).Distinct();

    private static IEnumerable<JsonObject> Objects(JsonNode? node, string name) => Found(node, name).OfType<JsonObject>();

    private static IEnumerable<JsonNode> Found(JsonNode? node, params string[] names) =>
        node switch
        {
            JsonObject map => map.SelectMany(entry =>
                names.Contains(entry.Key) && entry.Value is { } value ? [value] : Found(entry.Value, names)
            ),
            JsonArray list => list.SelectMany(item => Found(item, names)),
            _ => [],
        };

    [GeneratedRegex(@"^([0-9]{12})\.dkr\.ecr\.[^/]+/([^:@]+)")]
    private static partial Regex Registry();
}
