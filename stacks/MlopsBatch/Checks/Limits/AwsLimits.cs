using System.Globalization;
using System.Text;
using MlopsBatch.Inspection;

namespace MlopsBatch.Checks.Limits;

/// <summary>AWS's quotas on what a stack declares, so that a deployment doesn't fail half-way. Sources: EventBridge, IAM, S3, KMS, SNS, SQS and SageMaker quota pages.</summary>
public static class AwsLimits
{
    private const string Rule = "aws:cloudwatch/eventRule:EventRule";

    /// <summary>Type to the most bytes of its policy.</summary>
    private static readonly Dictionary<string, int> PolicyBytes = new()
    {
        ["aws:cloudwatch/eventBusPolicy:EventBusPolicy"] = 10_240,
        ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"] = 5_120,
        ["aws:iam/policy:Policy"] = 6_144,
        ["aws:iam/role:Role"] = 2_048,
        ["aws:iam/rolePolicy:RolePolicy"] = 10_240,
        ["aws:kms/key:Key"] = 32_768,
        ["aws:s3/bucketPolicy:BucketPolicy"] = 20_480,
        ["aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy"] = 20_480,
        ["aws:sns/topicPolicy:TopicPolicy"] = 30_720,
        ["aws:sqs/queuePolicy:QueuePolicy"] = 8_192,
    };

    /// <param name="stack">What is declared.</param>
    /// <param name="ruleQuota">Rules that a bus of this account holds.</param>
    public static IReadOnlyList<CheckResult> Judge(EvaluatedStack stack, int ruleQuota)
    {
        var rules = stack.OfType(Rule).ToList();
        var targets = stack.OfType("aws:cloudwatch/eventTarget:EventTarget").ToList();
        return
        [
            Row(
                "rules",
                $"A bus holds {ruleQuota} rules.",
                rules
                    .GroupBy(rule => rule.Text("eventBusName") ?? "default")
                    .Where(bus => bus.Count() > ruleQuota)
                    .Select(bus => Say($"bus {bus.Key} has {bus.Count()}"))
            ),
            Row(
                "targets",
                "A rule has 5 targets.",
                targets
                    .GroupBy(target => target.Text("rule"))
                    .Where(rule => rule.Count() > 5)
                    .Select(rule => Say($"{rule.Key} has {rule.Count()}"))
            ),
            Row(
                "patterns",
                "A pattern has 2,048 characters.",
                rules
                    .Where(rule => rule.Text("eventPattern")!.Length > 2048)
                    .Select(rule => Say($"{rule.Name} has {rule.Text("eventPattern")!.Length}"))
            ),
            Row(
                "wildcards",
                "A bus holds 30 rules with wildcards.",
                rules
                    .Where(rule => rule.Text("eventPattern")!.Contains("\"wildcard\"", StringComparison.Ordinal))
                    .Skip(30)
                    .Select(rule => rule.Name)
            ),
            Row(
                "policies",
                "Policies fit their limits.",
                stack
                    .Resources.Where(resource => PolicyBytes.TryGetValue(resource.Type, out var most) && Policy(resource) > most)
                    .Select(resource =>
                        Say($"{resource.Type.Split(':')[^1]} {resource.Name} has {Policy(resource)} of {PolicyBytes[resource.Type]} bytes")
                    )
            ),
            Row(
                "definitions",
                "A definition has 1,048,576 characters.",
                stack
                    .OfType("aws:sagemaker/pipeline:Pipeline")
                    .Where(pipeline => pipeline.Text("pipelineDefinition")!.Length > 1_048_576)
                    .Select(pipeline => pipeline.Name)
            ),
            Row(
                "attachments",
                "A role has 10 managed policies.",
                stack
                    .OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
                    .GroupBy(attachment => attachment.Text("role"))
                    .Where(role => role.Count() > 10)
                    .Select(role => Say($"{role.Key} has {role.Count()}"))
            ),
            Row(
                "lifecycle",
                "A bucket has 1,000 lifecycle rules.",
                stack
                    .OfType("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration")
                    .Where(bucket => ((System.Text.Json.Nodes.JsonArray)bucket.Inputs["rules"]!).Count > 1000)
                    .Select(bucket => bucket.Name)
            ),
            Row(
                "filters",
                "A subscription's filter has 150 values.",
                stack
                    .OfType("aws:sns/topicSubscription:TopicSubscription")
                    .Where(subscription => subscription.Text("filterPolicy")?.Count(sign => sign == ',') >= 150)
                    .Select(subscription => subscription.Name)
            ),
        ];
    }

    private static int Policy(RecordedResource resource) =>
        Encoding.UTF8.GetByteCount(resource.Text(StackGraph.PolicyInputs[resource.Type].Input) ?? "");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static CheckResult Row(string name, string demand, IEnumerable<string> offenders)
    {
        var all = offenders.ToList();
        return new(name, "Limits", demand, all.Count == 0 ? CheckOutcome.Pass : CheckOutcome.Fail, all, []);
    }
}
