using System.Globalization;
using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Images;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Pipelines;

/// <summary>What the steps of a project's pipelines have in common. One instance makes one definition.</summary>
internal sealed class PipelineContext
{
    public PipelineContext(ModelProject project, string defaultInputKey)
    {
        ModelProjectFaults.ThrowIfAny(project);
        Project = project;
        Layout = project.Layout;
        Settings = new JobSettings(project.ExecutionRoleArn, project.KmsKeyArn, project.SubnetIds, project.SecurityGroupIds, project.Tags);
        Image = ImageUris.ScikitLearn(project.Region, project.FrameworkVersion);
        InputKey = new Parameter<string>(ParameterNames.InputKey, defaultInputKey);
        MetricThreshold = new Parameter<double>(ParameterNames.MetricThreshold, project.MetricThreshold);
        var instances = project.Instances;
        Processing = Cluster(ParameterNames.ProcessingInstanceType, ParameterNames.ProcessingInstanceCount, instances.Processing);
        Training = Cluster(ParameterNames.TrainingInstanceType, ParameterNames.TrainingInstanceCount, instances.Training);
        Transform = Cluster(ParameterNames.TransformInstanceType, ParameterNames.TransformInstanceCount, instances.Transform);
        Monitoring = Cluster(ParameterNames.MonitoringInstanceType, ParameterNames.MonitoringInstanceCount, instances.Monitoring);
    }

    public ModelProject Project { get; }

    public S3Layout Layout { get; }

    public JobSettings Settings { get; }

    public string Image { get; }

    public Parameter<string> InputKey { get; }

    public Parameter<double> MetricThreshold { get; }

    public JobCluster Processing { get; }

    public JobCluster Training { get; }

    public JobCluster Transform { get; }

    public JobCluster Monitoring { get; }

    public Value<string> InputUri => Text.Of($"s3://{Layout.Bucket}/{InputKey}");

    public (string, Value<string>?) HeaderOption => ("--header", Project.Data.Header ? "true" : "false");

    /// <summary>Left out if there is none.</summary>
    public (string, Value<string>?) RecordIdOption => ("--record-id", Project.Data.RecordId is { } column ? (Value<string>)column : null);

    public (string, Value<string>?) TargetOption => ("--target", Project.Data.Target);

    public (string, Value<string>?) MetricOption => ("--metric", Project.Metric.Name);

    public (string, Value<string>?) ConfidenceOption =>
        ("--confidence", Project.MetricConfidence.ToString("R", CultureInfo.InvariantCulture));

    public (string, Value<string>?) ThresholdOption => ("--threshold", Text.Of($"{MetricThreshold}"));

    /// <summary>A folder of this execution's, so that two executions never overwrite each other's objects.</summary>
    public static Value<string> Here(S3Folder folder) => Text.Of($"{folder.Uri}{Execution.Id}");

    /// <summary>A folder below this execution's.</summary>
    public static Value<string> Here(S3Folder folder, string name) => Text.Of($"{folder.Uri}{Execution.Id}/{name}");

    /// <summary>The job that runs one of the project's scripts. Options whose value is null are left out.</summary>
    public ProcessingJob Script(
        string script,
        JobCluster cluster,
        IEnumerable<(string Name, Value<string>? Value)> options,
        IEnumerable<ProcessingInput> inputs,
        IReadOnlyList<ProcessingOutput> outputs
    ) =>
        new()
        {
            Settings = Settings,
            Cluster = cluster,
            ImageUri = Image,
            MaxRuntimeInSeconds = ReferenceEquals(cluster, Monitoring)
                ? Project.TimeLimits.MonitoringSeconds
                : Project.TimeLimits.ProcessingSeconds,
            Entrypoint = ["python3", $"{ContainerPaths.ProcessingInput}/code/{script}"],
            Arguments = [.. options.Where(option => option.Value is not null).SelectMany(option => new[] { option.Name, option.Value! })],
            Inputs = [.. inputs, new ProcessingInput("code", Layout.Scripts.UriOf(Project.Lineage.ScriptsHash) + "/")],
            Outputs = outputs,
        };

    private static JobCluster Cluster(string typeParameter, string countParameter, InstancePool pool) =>
        new(
            // Whether a volume gets the key is fixed in the definition. An execution on a type without local storage in
            // place of one with it would have a volume without the key, so the definition does not let it.
            InstanceTypes.HasLocalStorage(pool.Type)
                ? new Parameter<string>(typeParameter, pool.Type, pool.Type)
                : new Parameter<string>(typeParameter, pool.Type),
            new Parameter<int>(countParameter, pool.Count),
            pool.VolumeSizeInGB
        );
}
