using MlopsBatch.Inspection;

namespace MlopsBatch.Checks.Security;

/// <summary>Rows about everything: tags, and what holds data or history.</summary>
internal static class GeneralRows
{
    private static readonly string[] Needed = ["owner", "environment", "costCenter", "project"];

    private static readonly string[] Taggable =
    [
        "aws:cloudwatch/eventBus:EventBus",
        "aws:cloudwatch/eventRule:EventRule",
        "aws:cloudwatch/logGroup:LogGroup",
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        "aws:iam/policy:Policy",
        "aws:iam/role:Role",
        "aws:kms/key:Key",
        "aws:lambda/function:Function",
        "aws:s3/bucket:Bucket",
        "aws:sagemaker/modelPackageGroup:ModelPackageGroup",
        "aws:sagemaker/pipeline:Pipeline",
        "aws:secretsmanager/secret:Secret",
        "aws:sns/topic:Topic",
        "aws:sqs/queue:Queue",
    ];

    private static readonly string[] Stateful =
    [
        "aws:kms/key:Key",
        "aws:s3/bucket:Bucket",
        "aws:sagemaker/modelPackageGroup:ModelPackageGroup",
        "aws:secretsmanager/secret:Secret",
    ];

    public static IEnumerable<SecurityRow> All =>
        [
            Each(
                54,
                "Everything that takes tags says owner, environment, cost centre and project; what belongs to a model names it.",
                resource => Taggable.Contains(resource.Type),
                HasTags
            ),
            Each(
                55,
                "What holds data or history is protected.",
                resource => Stateful.Contains(resource.Type) || resource is { Type: "aws:cloudwatch/logGroup:LogGroup", Name: "audit" },
                resource => resource.Protect
            ),
        ];

    private static SecurityRow Each(int number, string demand, Func<RecordedResource, bool> about, Func<RecordedResource, bool> holds) =>
        new(
            number,
            "All",
            demand,
            graph => graph.Stack.Resources.Where(about).Select(resource => resource.Name),
            graph =>
                graph
                    .Stack.Resources.Where(about)
                    .Where(resource => !holds(resource))
                    .Select(resource => $"{resource.Type.Split(':')[^1]} {resource.Name}")
        );

    private static bool HasTags(RecordedResource resource)
    {
        var tags = resource.Inputs["tags"];
        var ofModel =
            resource.Parent?.Contains(":ModelProject::", StringComparison.Ordinal) == true
            && resource.Type is not "aws:cloudwatch/metricAlarm:MetricAlarm";
        return Needed.All(name => tags?[name] is not null) && (!ofModel || tags?["model"] is not null);
    }
}
