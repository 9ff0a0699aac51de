using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.Pipelines;
using MlopsBatch.Rehearsal.Data;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>A local cloud with one model's bucket, registry group and pipelines, and what happened in it so far.</summary>
internal sealed class RehearsalCloud : IAsyncDisposable
{
    private readonly LocalCloud.Cloud _cloud;
    private readonly S3Bucket _bucket;
    private readonly ModelProject _project;
    private readonly PipelineNames _names;
    private readonly IRehearsalProgress _progress;
    private readonly ExecutionReader _reader;
    private readonly List<ExecutionReport> _executions = [];
    private int? _deployedVersion;

    private RehearsalCloud(LocalCloud.Cloud cloud, S3Bucket bucket, ModelProject project, IRehearsalProgress progress, DateTimeOffset start)
    {
        (_cloud, _bucket, _project, _progress) = (cloud, bucket, project, progress);
        _names = PipelineNames.For(project.Name);
        Registry = new(SageMaker.Registry, project.ModelPackageGroup);
        _reader = new(bucket, project, Registry, start);
    }

    public S3Layout Layout => _project.Layout;

    public RegistryReader Registry { get; }

    public IReadOnlyList<ExecutionReport> Executions => _executions;

    /// <summary>Wall time with at least one step process alive.</summary>
    public TimeSpan ScriptTime => _cloud.Meter.Busy;

    private LocalSageMaker SageMaker => _cloud.Default.SageMaker;

    /// <summary>Stands the cloud up: bucket, scripts, registry group and pipelines.</summary>
    /// <param name="options">What to rehearse.</param>
    /// <param name="data">Its data.</param>
    /// <param name="cloudOptions">What the cloud is made of.</param>
    /// <param name="launcher">Starts its processes.</param>
    /// <param name="progress">Is told what happens.</param>
    /// <param name="start">When the rehearsal started.</param>
    public static RehearsalCloud Start(
        RehearsalOptions options,
        RehearsalData data,
        CloudOptions cloudOptions,
        IProcessLauncher launcher,
        IRehearsalProgress progress,
        DateTimeOffset start
    )
    {
        var scripts = ScriptFolder.Read(options.Scripts);
        var cloud = new LocalCloud.Cloud(cloudOptions, launcher);
        var project = RehearsalProject.Create(options, data, cloud.Options, scripts);
        var bucket = cloud.Default.CreateBucket(project.Bucket);
        foreach (var (name, content) in scripts.Objects)
        {
            bucket.Put(project.Layout.Scripts.Key(scripts.Hash, name), new MemoryStream(content));
        }

        bucket.PutText(project.Layout.GroundTruthMarkerKey, "");

        var names = PipelineNames.For(project.Name);
        var sageMaker = cloud.Default.SageMaker;
        sageMaker.Registry.CreateModelPackageGroup(project.ModelPackageGroup);
        sageMaker.PutPipeline(names.Training, TrainingPipeline.Build(project).ToJson());
        sageMaker.PutPipeline(names.TrainingWithHpo, TrainingWithHpoPipeline.Build(project).ToJson());
        sageMaker.PutPipeline(names.BatchInference, BatchInferencePipeline.Build(project, approved: null).ToJson());
        return new(cloud, bucket, project, progress, start);
    }

    /// <summary>Stores a file as an object.</summary>
    public void Put(string key, string file) => _bucket.Put(key, file);

    /// <summary>Runs a pipeline to its end.</summary>
    public async Task<ExecutionReport> RunAsync(PipelineKind kind, string trigger, string inputKey, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _progress.ExecutionStarted(kind.Slug(), trigger);
        var execution = SageMaker.StartPipelineExecution(
            _names[kind],
            new Dictionary<string, string> { [ParameterNames.InputKey] = inputKey },
            new StartOptions { StepChanged = step => _progress.StepChanged(_reader.Step(step)) }
        );
        await using (cancellation.Register(execution.Stop))
        {
            await execution.Completion;
            await _cloud.WhenIdleAsync(CancellationToken.None);
        }

        cancellation.ThrowIfCancellationRequested();

        var report = _reader.Read(execution, kind, trigger, _deployedVersion);
        _executions.Add(report);
        _progress.ExecutionEnded(report);
        return report;
    }

    /// <summary>What a deployment does: gives batch inference the approved version with the highest number.</summary>
    /// <returns>That version; null if none is approved.</returns>
    public int? DeployBatchInference()
    {
        var approved = Registry.HighestApproved();
        SageMaker.PutPipeline(_names.BatchInference, BatchInferencePipeline.Build(_project, approved).ToJson());
        return _deployedVersion = approved?.Version;
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();
}
