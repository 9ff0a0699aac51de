using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using MlopsBatch.Events.Functions;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>A stack's resources, found by their ARNs and by what they do in the loop.</summary>
internal sealed class LoopResources(DeclaredStack stack, Settings settings, IReadOnlyList<DrawnPipeline> pipelines)
{
    public DeclaredStack Stack => stack;

    public Settings Settings => settings;

    public IReadOnlyList<DrawnPipeline> Pipelines => pipelines;

    public IEnumerable<RecordedResource> Topics => stack.OfType(ResourceTypes.Topic);

    public IEnumerable<RecordedResource> Groups => stack.OfType(ResourceTypes.ModelPackageGroup);

    public IEnumerable<RecordedResource> Subscriptions => stack.OfType(ResourceTypes.Subscription);

    /// <summary>The functions that are told where GitLab is.</summary>
    public IEnumerable<DeclaredFunction> Deployers =>
        stack.Functions.Where(function => function.Environment.ContainsKey(EnvironmentVariables.GitLabUrl));

    public IEnumerable<string> Addresses => Subscriptions.Select(subscription => subscription.Text("endpoint")!).Distinct();

    public DrawnPipeline? PipelineOf(Arn arn) =>
        stack.PipelineOf(arn) is { } declared ? pipelines.FirstOrDefault(pipeline => pipeline.Declared == declared) : null;

    /// <summary>The topics that the function's environment names.</summary>
    public IEnumerable<RecordedResource> TopicsOf(DeclaredFunction function) =>
        Topics.Where(topic => function.Environment.Values.Any(value => Arn.TryParse(value, out var arn) && IsTopic(arn, topic)));

    public static bool IsTopic(Arn arn, RecordedResource topic) => arn.Service == "sns" && arn.ResourceId == topic.Text("name");

    /// <summary>The pipelines that write what the rule listens to.</summary>
    public IEnumerable<DrawnPipeline> WritersOf(DeclaredPattern pattern) =>
        pipelines.Where(pipeline =>
            pipeline
                .Steps.SelectMany(step => step.Writes)
                .Any(uri => FoldersOf(pattern, pipeline.Layout).Contains(S3Location.Of(uri, pipeline.Layout).Folder))
        );

    /// <summary>Whether the rule listens to what people put there.</summary>
    public bool IsSupplied(DeclaredPattern pattern) =>
        pipelines.SelectMany(pipeline => FoldersOf(pattern, pipeline.Layout)).Any(folder => folder.Lifecycle == LifecycleClass.Supplied);

    private static IEnumerable<S3Folder> FoldersOf(DeclaredPattern pattern, S3Layout layout) =>
        layout.Folders.Where(folder => pattern.Keys.Any(folder.Contains));
}
