using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MlopsBatch.Aws;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Limits;

/// <summary>AWS's quotas on what a stack declares, so that a deployment doesn't fail half-way; see <see cref="Quotas"/>.</summary>
public static class AwsLimits
{
    /// <summary>Type to the quota on its policy's length.</summary>
    private static readonly Dictionary<string, Quota> PolicyLengths = new()
    {
        [ResourceTypes.BucketPolicy] = Quotas.BucketPolicy,
        [ResourceTypes.EventBusPolicy] = Quotas.EventBusPolicy,
        [ResourceTypes.Key] = Quotas.KeyPolicy,
        [ResourceTypes.LogResourcePolicy] = Quotas.LogResourcePolicy,
        [ResourceTypes.ModelPackageGroupPolicy] = Quotas.ModelPackageGroupPolicy,
        [ResourceTypes.Policy] = Quotas.ManagedPolicy,
        [ResourceTypes.QueuePolicy] = Quotas.QueuePolicy,
        [ResourceTypes.Role] = Quotas.TrustPolicy,
        [ResourceTypes.RolePolicy] = Quotas.RolePolicies,
        [ResourceTypes.TopicPolicy] = Quotas.TopicPolicy,
    };

    /// <summary>What Lambda writes around a permission's own parts.</summary>
    private const string StatementFrame =
        """{"Sid":"terraform-20260101000000000000000001","Effect":"Allow","Principal":{"Service":""},"Action":"","Resource":"" """
        + """, "Condition":{"StringEquals":{"AWS:SourceAccount":"123456789012"},"ArnLike":{"AWS:SourceArn":""}}},""";

    /// <param name="stack">What is declared.</param>
    /// <param name="ruleQuota">Rules that a bus of this account holds.</param>
    public static IReadOnlyList<CheckResult> Judge(EvaluatedStack stack, int ruleQuota)
    {
        var declared = new DeclaredStack(stack);
        return
        [
            Row(
                "rules",
                "A bus holds {0}.",
                declared.Rules.GroupBy(rule => rule.Bus ?? "default").Select(bus => ($"bus {bus.Key}", bus.Count())),
                Quotas.RulesPerBus("") with
                {
                    Most = ruleQuota,
                }
            ),
            Row("targets", "A rule has {0}.", declared.Rules.Select(rule => (rule.LogicalName, rule.Targets.Count)), Quotas.TargetsPerRule),
            Row(
                "patterns",
                "A pattern has {0}.",
                declared.Rules.Select(rule => (rule.LogicalName, rule.PatternText.Length)),
                Quotas.EventPattern
            ),
            Row(
                "wildcards",
                "A bus holds {0} with wildcards.",
                declared
                    .Rules.Where(rule => rule.PatternText.Contains("\"wildcard\"", StringComparison.Ordinal))
                    .GroupBy(rule => rule.Bus ?? "default")
                    .Select(bus => ($"bus {bus.Key}", bus.Count())),
                Quotas.WildcardRules
            ),
            Result("policies", "Policies fit their limits.", PolicyLengths.SelectMany(limit => Lengths(stack, limit.Key, limit.Value))),
            Row(
                "function policies",
                "Who may call a function fits {0}.",
                declared.Functions.Select(function => (function.LogicalName, FunctionPolicy(stack, function))),
                Quotas.FunctionPolicy
            ),
            Row(
                "definitions",
                "A definition has {0}.",
                declared.Pipelines.Select(pipeline => (pipeline.Name, pipeline.Definition.Length)),
                Quotas.PipelineDefinition
            ),
            Row(
                "attachments",
                "A role has {0}.",
                stack
                    .OfType(ResourceTypes.PolicyAttachment)
                    .GroupBy(attachment => attachment.Text("role")!)
                    .Select(role => (role.Key, role.Count())),
                Quotas.PoliciesPerRole
            ),
            Row("roles", "An account has {0}.", [("this stack alone", stack.OfType(ResourceTypes.Role).Count())], Quotas.Roles),
            Row(
                "managed policies",
                "An account has {0}.",
                [("this stack alone", stack.OfType(ResourceTypes.Policy).Count())],
                Quotas.ManagedPolicies
            ),
            Row(
                "lifecycle",
                "A bucket has {0}.",
                stack.OfType(ResourceTypes.BucketLifecycle).Select(bucket => (bucket.Name, RulesOf(bucket).Count())),
                Quotas.LifecycleRules
            ),
            Row(
                "lifecycle ids",
                "A lifecycle rule's id has {0}.",
                stack.OfType(ResourceTypes.BucketLifecycle).SelectMany(RulesOf).Select(id => (id, id.Length)),
                Quotas.LifecycleRuleId
            ),
            Row(
                "filters",
                "A subscription's filter has {0}.",
                stack
                    .OfType(ResourceTypes.Subscription)
                    .Where(subscription => subscription.Text("filterPolicy") is not null)
                    .Select(subscription => (subscription.Name, ValuesOf(subscription))),
                Quotas.FilterValues
            ),
        ];
    }

    private static IEnumerable<CheckEvidence> Lengths(EvaluatedStack stack, string type, Quota quota) =>
        stack
            .OfType(type)
            .Select(resource =>
                Counted(resource.Title, Encoding.UTF8.GetByteCount(DeclaredPolicy.TextOf(resource) ?? ""), quota) with
                {
                    Urn = resource.Urn,
                }
            );

    /// <summary>The length of the policy that Lambda writes from a function's permissions: a statement for each.</summary>
    private static int FunctionPolicy(EvaluatedStack stack, DeclaredFunction function) =>
        stack
            .OfType(ResourceTypes.Permission)
            .Where(permission => permission.Text("function") == function.Name)
            .Sum(permission =>
                StatementFrame.Length
                + permission.Text("principal")!.Length
                + permission.Text("action")!.Length
                + (permission.Text("sourceArn")?.Length ?? 0)
                + "arn:aws:lambda:ap-northeast-1:123456789012:function:".Length
                + function.Name.Length
            );

    private static IEnumerable<string> RulesOf(RecordedResource lifecycle) =>
        ((JsonArray)lifecycle.Inputs["rules"]!).Select(rule => rule!["id"]?.ToString() ?? "");

    private static int ValuesOf(RecordedResource subscription) =>
        ((JsonObject)JsonNode.Parse(subscription.Text("filterPolicy")!)!).Sum(key => ((JsonArray)key.Value!).Count);

    private static CheckResult Row(string name, string demand, IEnumerable<(string Name, int Count)> counted, Quota quota) =>
        Result(
            name,
            string.Format(CultureInfo.InvariantCulture, demand, Amount(quota.Most, quota.Unit)),
            counted.Select(one => Counted(one.Name, one.Count, quota))
        );

    private static CheckEvidence Counted(string name, int count, Quota quota) =>
        count > quota.Most
            ? new(Over(name, count, quota), Urn: null, IsMet: false)
            : new(name, Urn: null, IsMet: true, Amount(count, quota.Unit));

    private static string Over(string name, int count, Quota quota) =>
        $"{name} has {Amount(count, quota.Unit)}, {quota.Most.ToString("N0", CultureInfo.InvariantCulture)} are allowed: "
        + (quota.IsAdjustable ? "ask AWS for more (Service Quotas), or split the models over accounts" : "split the models over stacks");

    private static string Amount(int count, string unit) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {unit}";

    private static CheckResult Result(string name, string demand, IEnumerable<CheckEvidence> evidence)
    {
        var all = evidence.ToList();
        var offenders = all.Where(one => !one.IsMet).Select(one => one.Resource).ToList();
        return new(name, "Limits", demand, offenders.Count == 0 ? CheckOutcome.Pass : CheckOutcome.Fail, offenders, [], all);
    }
}
