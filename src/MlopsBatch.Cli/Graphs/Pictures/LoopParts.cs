using MlopsBatch.Cli.Graphs.Reading;
using MlopsBatch.Configuration;
using MlopsBatch.Events.Functions;
using MlopsBatch.Inspection;
using MlopsBatch.Pipelines;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>A stack's resources, found by the names that ARNs end with.</summary>
internal sealed class LoopParts(EvaluatedStack stack, Settings settings, IReadOnlyList<DeclaredPipeline> pipelines)
{
    public EvaluatedStack Stack => stack;

    public Settings Settings => settings;

    public IReadOnlyList<DeclaredPipeline> Pipelines => pipelines;

    public IEnumerable<RecordedResource> Functions => stack.OfType(ResourceTypes.Function);

    public IEnumerable<RecordedResource> Topics => stack.OfType(ResourceTypes.Topic);

    public IEnumerable<RecordedResource> Groups => stack.OfType(ResourceTypes.ModelPackageGroup);

    /// <summary>The functions that are told where GitLab is.</summary>
    public IEnumerable<RecordedResource> Deployers =>
        Functions.Where(function => Variables(function).ContainsKey(EnvironmentVariables.GitLabUrl));

    public IEnumerable<string> Addresses =>
        stack.OfType(ResourceTypes.Subscription).Select(subscription => subscription.Text("endpoint")!).Distinct();

    public IEnumerable<RecordedResource> TargetsOf(RecordedResource rule) =>
        stack
            .OfType(ResourceTypes.Target)
            .Where(target => target.Text("rule") == rule.Text("name") && target.Text("eventBusName") == rule.Text("eventBusName"));

    public DeclaredPipeline? PipelineOf(string arn) =>
        pipelines.FirstOrDefault(pipeline => arn.EndsWith($":pipeline/{pipeline.Name}", StringComparison.Ordinal));

    public RecordedResource? FunctionOf(string arn) =>
        Functions.FirstOrDefault(function => arn.EndsWith($":function:{function.Text("name")}", StringComparison.Ordinal));

    public RecordedResource? LogOf(string arn) =>
        stack
            .OfType(ResourceTypes.LogGroup)
            .FirstOrDefault(log => arn.EndsWith($":log-group:{log.Text("name")}", StringComparison.Ordinal));

    /// <summary>The topics that the function's environment names.</summary>
    public IEnumerable<RecordedResource> TopicsOf(RecordedResource function) =>
        Topics.Where(topic => Variables(function).Values.Any(value => IsTopic(value, topic)));

    public static bool IsTopic(string arn, RecordedResource topic) => arn.EndsWith($":{topic.Text("name")}", StringComparison.Ordinal);

    /// <summary>The pipelines that write what the rule listens to.</summary>
    public IEnumerable<DeclaredPipeline> WritersOf(RulePattern pattern) =>
        pipelines.Where(pipeline =>
            pipeline
                .Steps.SelectMany(step => step.Writes)
                .Any(uri => FoldersOf(pattern, pipeline.Layout).Contains(S3Location.Of(uri, pipeline.Layout).Folder))
        );

    /// <summary>Whether the rule listens to what people put there.</summary>
    public bool IsSupplied(RulePattern pattern) =>
        pipelines.SelectMany(pipeline => FoldersOf(pattern, pipeline.Layout)).Any(folder => folder.Lifecycle == LifecycleClass.Supplied);

    private static IEnumerable<S3Folder> FoldersOf(RulePattern pattern, S3Layout layout) =>
        layout.Folders.Where(folder => pattern.Keys.Any(folder.Contains));

    private static Dictionary<string, string> Variables(RecordedResource function) =>
        function
            .Inputs["environment"]
            ?["variables"]?.AsObject()
            .ToDictionary(variable => variable.Key, variable => variable.Value!.ToString())
        ?? [];
}
