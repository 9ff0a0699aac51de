using System.Text.Json.Nodes;
using MlopsBatch.Inspection;

namespace MlopsBatch.Checks;

/// <summary>An evaluated stack, read for checks: its policies' statements and its pipelines' steps.</summary>
internal sealed class StackGraph
{
    /// <summary>Resource type to the input that holds its policy, and what kind of policy that is.</summary>
    public static readonly IReadOnlyDictionary<string, (string Input, PolicyKind Kind)> PolicyInputs = new Dictionary<
        string,
        (string, PolicyKind)
    >
    {
        ["aws:cloudwatch/eventBusPolicy:EventBusPolicy"] = ("policy", PolicyKind.Resource),
        ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"] = ("policyDocument", PolicyKind.Resource),
        ["aws:iam/policy:Policy"] = ("policy", PolicyKind.Identity),
        ["aws:iam/role:Role"] = ("assumeRolePolicy", PolicyKind.Trust),
        ["aws:iam/rolePolicy:RolePolicy"] = ("policy", PolicyKind.Identity),
        ["aws:kms/key:Key"] = ("policy", PolicyKind.Key),
        ["aws:s3/bucketPolicy:BucketPolicy"] = ("policy", PolicyKind.Resource),
        ["aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy"] = ("resourcePolicy", PolicyKind.Resource),
        ["aws:sns/topicPolicy:TopicPolicy"] = ("policy", PolicyKind.Resource),
        ["aws:sqs/queuePolicy:QueuePolicy"] = ("policy", PolicyKind.Resource),
    };

    public StackGraph(EvaluatedStack stack)
    {
        Stack = stack;
        Statements =
        [
            .. stack
                .Resources.Where(resource =>
                    PolicyInputs.ContainsKey(resource.Type) && resource.Text(PolicyInputs[resource.Type].Input) is not null
                )
                .SelectMany(resource =>
                    PolicyStatement.Parse(
                        $"{resource.Type.Split(':')[^1]} {resource.Name}",
                        PolicyInputs[resource.Type].Kind,
                        resource.Text(PolicyInputs[resource.Type].Input)!
                    )
                ),
        ];
        Steps =
        [
            .. OfType("aws:sagemaker/pipeline:Pipeline")
                .SelectMany(pipeline => StepsOf(pipeline.Name, JsonNode.Parse(pipeline.Text("pipelineDefinition")!)!["Steps"]!)),
        ];
    }

    public EvaluatedStack Stack { get; }

    public IReadOnlyList<PolicyStatement> Statements { get; }

    public IReadOnlyList<PipelineStep> Steps { get; }

    public IEnumerable<RecordedResource> OfType(string type) => Stack.OfType(type);

    public IEnumerable<PolicyStatement> Policies(PolicyKind kind) => Statements.Where(statement => statement.Kind == kind);

    /// <summary>Statements of the policies of a type of resource.</summary>
    public IEnumerable<PolicyStatement> PoliciesOf(string className) =>
        Statements.Where(statement => statement.Owner.StartsWith($"{className} ", StringComparison.Ordinal));

    private static IEnumerable<PipelineStep> StepsOf(string pipeline, JsonNode steps) =>
        ((JsonArray)steps).SelectMany(step =>
        {
            var arguments = (JsonObject)step!["Arguments"]!;
            var own = new PipelineStep(
                pipeline,
                (string)step["Name"]!,
                (string)step["Type"]!,
                arguments,
                step["RetryPolicies"] as JsonArray
            );
            var nested = new[] { "IfSteps", "ElseSteps" }
                .Where(arguments.ContainsKey)
                .SelectMany(branch => StepsOf(pipeline, arguments[branch]!));
            return nested.Prepend(own);
        });
}
