using System.Text.Json.Nodes;
using MlopsBatch.Aws;

namespace MlopsBatch.Inspection.Declared;

/// <summary>An evaluated stack, read once: what checks, pictures and tests ask of rules, policies, functions and pipelines.</summary>
public sealed class DeclaredStack
{
    public DeclaredStack(EvaluatedStack stack)
    {
        Stack = stack;
        Policies = [.. stack.Resources.Select(DeclaredPolicy.Of).OfType<DeclaredPolicy>()];
        Statements = [.. Policies.SelectMany(policy => policy.Statements)];
        Pipelines = [.. OfType(ResourceTypes.Pipeline).Select(DeclaredPipeline.Of)];
        Functions = [.. OfType(ResourceTypes.Function).Select(function => new DeclaredFunction(function))];
        Schedules = [.. OfType(ResourceTypes.Schedule).Select(schedule => new DeclaredSchedule(schedule))];
        var targets = OfType(ResourceTypes.Target).ToLookup(target => (target.Text("rule"), target.Text("eventBusName")));
        Rules =
        [
            .. OfType(ResourceTypes.Rule)
                .Select(rule => new DeclaredRule(
                    rule,
                    [.. targets[(rule.Text("name"), rule.Text("eventBusName"))].Select(target => new DeclaredTarget(target, target.Inputs))]
                )),
        ];
    }

    public EvaluatedStack Stack { get; }

    /// <summary>What the declared policies say to a request.</summary>
    public DeclaredAuthorization Authorization => field ??= new(this);

    public IReadOnlyList<DeclaredPolicy> Policies { get; }

    /// <summary>The statements of all policies.</summary>
    public IReadOnlyList<DeclaredStatement> Statements { get; }

    public IReadOnlyList<DeclaredPipeline> Pipelines { get; }

    public IReadOnlyList<DeclaredFunction> Functions { get; }

    /// <summary>Where goes what a function failed on in all tries; null if it has no such destination.</summary>
    public Arn? FailureDestination(DeclaredFunction function) =>
        OfType(ResourceTypes.InvokeConfig)
            .Where(config => config.Text("functionName") == function.Name)
            .Select(config => config.Inputs["destinationConfig"]?["onFailure"]?["destination"]?.ToString())
            .FirstOrDefault(destination => destination is not null)
            is { } arn
            ? Arn.Parse(arn)
            : null;

    public IReadOnlyList<DeclaredSchedule> Schedules { get; }

    public IReadOnlyList<DeclaredRule> Rules { get; }

    /// <summary>The steps of all pipelines.</summary>
    public IEnumerable<DeclaredStep> Steps => Pipelines.SelectMany(pipeline => pipeline.Steps);

    /// <summary>The targets of rules and of schedules.</summary>
    public IEnumerable<DeclaredTarget> Deliveries =>
        Rules.SelectMany(rule => rule.Targets).Concat(Schedules.Select(schedule => schedule.Target));

    public IEnumerable<RecordedResource> OfType(string type) => Stack.OfType(type);

    /// <summary>Statements of one kind of policy.</summary>
    public IEnumerable<DeclaredStatement> StatementsOf(PolicyKind kind) => Statements.Where(statement => statement.Policy.Kind == kind);

    /// <summary>Statements of the policies of a type of resource.</summary>
    public IEnumerable<DeclaredStatement> StatementsOf(string type) =>
        Statements.Where(statement => statement.Policy.Resource.Type == type);

    /// <summary>The declared pipeline with this ARN; null if it is none of this stack's.</summary>
    public DeclaredPipeline? PipelineOf(Arn arn) =>
        arn.ResourceType == "pipeline" ? Pipelines.FirstOrDefault(pipeline => arn.ResourceId == pipeline.Name) : null;

    /// <summary>The declared function with this ARN; null if it is none of this stack's.</summary>
    public DeclaredFunction? FunctionOf(Arn arn) =>
        arn.ResourceType == "function" ? Functions.FirstOrDefault(function => arn.ResourceId == function.Name) : null;

    /// <summary>The declared resource of a type with this ARN, found by its name; null if it is none of this stack's.</summary>
    public RecordedResource? Find(string type, Arn arn) => OfType(type).FirstOrDefault(resource => arn.ResourceId == resource.Text("name"));

    /// <summary>What an alarm, subscription or other input lists under a name.</summary>
    public static IEnumerable<Arn> Arns(RecordedResource resource, string input) =>
        (resource.Inputs[input] as JsonArray ?? []).Select(arn => Arn.Parse(arn!.ToString()));
}
