using MlopsBatch.Aws;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.S3;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Mails.Executions;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Lambda.Notifications.Mails.Quality;

/// <summary>A violations file, and whose it is by its key.</summary>
internal sealed class ViolationsFile
{
    private readonly string _bucket;
    private readonly string _key;
    private readonly string? _execution;
    private PipelineRun? _run;
    private readonly ConsoleLinks _links;

    public ViolationsFile(string bucket, string key, LambdaSettings settings, ConsoleLinks links)
    {
        (_bucket, _key, _links) = (bucket, key, links);
        foreach (var model in settings.Models.Where(m => m.Bucket == bucket))
        {
            var layout = new S3Layout(model.Bucket, model.BucketPrefix, model.Name);
            if (layout.FolderOf(key) is not { } folder)
            {
                continue;
            }

            Model = model;
            _execution = folder.ExecutionOf(key);
        }
    }

    public ModelSettings? Model { get; }

    /// <summary>Whether a training compared its data; a batch inference compares a batch.</summary>
    public bool IsOfTraining => _run is { } run && !run.Pipeline.Equals(Model!.BatchInferencePipeline, StringComparison.OrdinalIgnoreCase);

    /// <summary>Looks up whose execution wrote the file, and on what it worked. The key has no more than the execution's id.</summary>
    public async Task FindRunAsync(EventBridgeEvent<ObjectCreatedDetail> e, MailTools tools, CancellationToken cancellationToken)
    {
        if (Model is null || _execution is null || e.Account is null || !Partition.TryOfRegion(e.Region, out var partition))
        {
            return;
        }

        foreach (var name in new[] { Model.BatchInferencePipeline, Model.TrainingPipeline, Model.TrainingWithHpoPipeline })
        {
            var arn = name is null
                ? null
                : partition.Arn("sagemaker", e.Region!, e.Account, $"pipeline/{name}/execution/{_execution}").ToString();
            if (PipelineRun.Find(arn, tools.Settings) is not { } run)
            {
                continue;
            }

            try
            {
                if (await tools.Executions.InputOfAsync(arn!, cancellationToken) is { } input)
                {
                    _run = run.On(input);
                    return;
                }
            }
            catch (LookupException)
            {
                // Which run it was stays open; the mail goes out without.
                return;
            }
        }
    }

    /// <summary>The model's name, else the bucket's.</summary>
    public string Name => Model?.Name ?? _bucket;

    public string? Link => _links.Object(_bucket, _key);

    /// <summary>Log of the check that wrote the file.</summary>
    public string? Logs =>
        _execution is null ? null : _links.Logs("/aws/sagemaker/ProcessingJobs", $"pipelines-{_execution}-{StepNames.DataQualityCheck}");

    public void WriteTo(MailText text, EventBridgeEvent<ObjectCreatedDetail> e) =>
        text.Row("Input", _run?.Input)
            .Row("Pipeline", _run?.Pipeline ?? Model?.BatchInferencePipeline)
            .Row("Execution", _execution)
            .Row("Checked", Figures.Time(e.Time))
            .Row("Object", $"s3://{_bucket}/{_key}")
            .Row("Account", e.Account is null ? null : $"{e.Account}, {e.Region}");
}
