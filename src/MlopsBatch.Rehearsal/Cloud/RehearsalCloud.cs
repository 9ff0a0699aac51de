using System.Globalization;
using System.Text.RegularExpressions;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Rehearsal.Data;
using MlopsBatch.Rehearsal.GitLab;
using MlopsBatch.Rehearsal.Local;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>The deployed stack, what people and the outside do with it, and what happened in it so far.</summary>
internal sealed partial class RehearsalCloud : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly LocalEnvironment _local;
    private readonly ModelProject _project;
    private readonly PipelineNames _names;
    private readonly IRehearsalProgress _progress;
    private readonly ExecutionReader _reader;
    private readonly S3Bucket _bucket;
    private readonly List<ExecutionReport> _executions = [];
    private readonly List<CloudEvent> _events = [];
    private readonly Dictionary<string, int?> _started = new(StringComparer.Ordinal);
    private readonly IDisposable _subscription;

    private RehearsalCloud(LocalEnvironment local, ModelProject project, IRehearsalProgress progress, DateTimeOffset start)
    {
        (_local, _project, _progress) = (local, project, progress);
        _names = PipelineNames.For(project.Name);
        _bucket = local.Cloud.S3.Bucket(project.Bucket);
        Registry = new(SageMaker.Registry, project.ModelPackageGroup);
        _reader = new(_bucket, project, Registry, start);
        _subscription = local.Cloud.Default.Events.Subscribe(Observe);
    }

    public S3Layout Layout => _project.Layout;

    public RegistryReader Registry { get; }

    /// <summary>Executions that have ended, in that order.</summary>
    public IReadOnlyList<ExecutionReport> Executions => Locked(_executions);

    /// <summary>What happened on the account's default bus.</summary>
    public IReadOnlyList<CloudEvent> Events => Locked(_events);

    public IReadOnlyList<Mail> Mails => _local.Cloud.Outbox.Mails;

    public IReadOnlyList<GitLabPipeline> Pipelines => _local.GitLab.Pipelines;

    /// <summary>Wall time with at least one step process alive.</summary>
    public TimeSpan ScriptTime => _local.Cloud.Meter.Busy;

    /// <summary>The version that batch inference is deployed with; null if none.</summary>
    public int? DeployedVersion =>
        DeployedPackage().Match(SageMaker.DescribePipeline(_names.BatchInference).Definition) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    private LocalSageMaker SageMaker => _local.Cloud.Default.SageMaker;

    /// <summary>Deploys the stack.</summary>
    /// <exception cref="RehearsalException">The stack can't have what was asked for.</exception>
    public static async Task<RehearsalCloud> StartAsync(
        RehearsalOptions options,
        RehearsalData data,
        CloudOptions cloudOptions,
        IProcessLauncher launcher,
        IRehearsalProgress progress,
        DateTimeOffset start
    )
    {
        var project = RehearsalProject.Create(options, data, cloudOptions, ScriptFolder.Read(options.Scripts));
        var local = await LocalEnvironment.StartAsync(
            RehearsalStack.Create(options, project, Path.GetFileName(data.Files.Training)),
            cloudOptions,
            launcher: launcher
        );
        progress.Say($"{local.Resources} resources deployed into one account with the roles registry, build and deploy");
        return new(local, project, progress, start);
    }

    /// <summary>What a data engineer does: stores a file as an object.</summary>
    public void Upload(string key, string file) => As("data-engineer").S3.Bucket(_project.Bucket).Put(key, file);

    /// <inheritdoc cref="Upload"/>
    public void UploadText(string key, string text) => As("data-engineer").S3.Bucket(_project.Bucket).PutText(key, text);

    /// <summary>What a data scientist does.</summary>
    public void Decide(int version, string status, string? description)
    {
        var arn = SageMaker.Registry.ListModelPackages(_project.ModelPackageGroup).Single(package => package.Version == version).Arn;
        As("data-scientist").SageMaker.Registry.UpdateModelPackage(arn, status, description);
    }

    /// <summary>Waits until nothing goes on any more, neither in the cloud nor in GitLab.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        int pipelines;
        do
        {
            pipelines = Pipelines.Count;
            await _local.Cloud.WhenIdleAsync(cancellation);
            await _local.GitLab.WhenIdleAsync().WaitAsync(cancellation);
        } while (Pipelines.Count != pipelines);
    }

    public async ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        await _local.DisposeAsync();
    }

    private CloudAccount As(string person) => _local.Cloud.Default.As(_local.Keys[person].Principal);

    private List<T> Locked<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }

    private void Observe(CloudEvent happened)
    {
        lock (_lock)
        {
            _events.Add(happened);
        }

        if (happened.Detail["pipelineExecutionArn"]?.ToString() is not { } arn)
        {
            return;
        }

        var execution = SageMaker.DescribePipelineExecution(arn);
        var kind = _names.KindOf(execution.PipelineName)!.Value;
        if (_started.TryAdd(arn, kind == PipelineKind.BatchInference ? DeployedVersion : null))
        {
            _progress.ExecutionStarted(kind.Slug(), TriggerOf(execution, kind));
        }

        if (happened.Detail["stepName"]?.ToString() is { } step)
        {
            // The step may be further than the event that tells of it: each status is said once, by its own event.
            var report = _reader.Step(execution.Step(step));
            var status = happened.Detail["currentStepStatus"]?.ToString() ?? report.Status;
            _progress.StepChanged(status == report.Status ? report : report with { Status = status, FailureReason = null });
        }
        else if (happened.Detail["currentPipelineExecutionStatus"]?.ToString() is "Succeeded" or "Failed" or "Stopped")
        {
            var ended = _reader.Read(execution, kind, TriggerOf(execution, kind), _started[arn]);
            lock (_lock)
            {
                _executions.Add(ended);
            }

            _progress.ExecutionEnded(ended);
        }
    }

    private string TriggerOf(PipelineExecution execution, PipelineKind kind)
    {
        var key = execution.Parameters.GetValueOrDefault(ParameterNames.InputKey) ?? "";
        return kind == PipelineKind.TrainingWithHpo ? "violated model quality" : $"arrival of {Path.GetFileName(key)}";
    }

    [GeneratedRegex(@":model-package/[^/""]+/(\d+)""", RegexOptions.IgnoreCase)]
    private static partial Regex DeployedPackage();
}
