using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Serving;
using MlopsBatch.LocalCloud.SageMaker.Models;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Transform;

/// <summary>
/// A Transform step: every object below the input goes through the model into an object with .out behind its name.
/// An object that fails gets no output and fails the job, after the others had their turn.
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform.html
/// </summary>
internal sealed class TransformStep(JobHost host, ModelStore models) : IStepRunner
{
    private const int ShownFailures = 3;

    public async Task<StepOutcome> RunAsync(StepRun run, CancellationToken cancellation)
    {
        var request = TransformRequest.Read(run.Arguments);
        var model = models.Get(request.ModelName);
        var objects = run.S3.Bucket(request.Input.Bucket).List(request.Input.Key).Where(item => !item.Key.EndsWith('/')).ToList();
        if (objects.Count == 0)
        {
            throw StepFailedException.Client($"No S3 objects found under S3 URL '{request.Input}'.");
        }
        var environment = new Dictionary<string, string>(model.Environment, StringComparer.Ordinal);
        foreach (var (name, value) in request.Environment)
        {
            environment[name] = value;
        }
        var folder = host.CreateFolder(run.JobName);
        var metadata = new JsonObject { ["transformJob"] = new JsonObject { ["arn"] = run.Arn("transform-job", run.JobName) } };
        await TransformAsync(run.S3, request, model, objects, environment, folder, () => run.Started(metadata), cancellation);
        if (!host.Options.KeepJobFolders)
        {
            folder.Delete();
        }
        var described = (JsonObject)run.Arguments.DeepClone();
        described["TransformJobName"] = run.JobName;
        described["TransformJobArn"] = run.Arn("transform-job", run.JobName);
        described["TransformJobStatus"] = "Completed";
        return new StepOutcome(described, metadata);
    }

    private async Task TransformAsync(
        LocalS3 s3,
        TransformRequest request,
        LocalModel model,
        List<S3Object> objects,
        IReadOnlyDictionary<string, string> environment,
        JobFolder folder,
        Action started,
        CancellationToken cancellation
    )
    {
        var failures = new List<string>();
        try
        {
            await using var pool = await ServingPool.StartAsync(
                host,
                s3,
                model,
                folder,
                request.MaxConcurrent,
                environment,
                started,
                cancellation
            );
            var accept = request.Accept ?? environment.GetValueOrDefault("SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT") ?? "application/json";
            foreach (var item in objects)
            {
                try
                {
                    await TransformAsync(s3, request, item, accept, pool, folder, cancellation);
                }
                catch (Exception error) when (error is ServingException or RecordException)
                {
                    failures.Add($"{item.Uri}: {error.Message}");
                }
            }
        }
        catch (ServingException error)
        {
            throw StepFailedException.Algorithm($"the model {model.ModelDataUrl} can't be served: {error.Message}");
        }
        if (failures.Count > 0)
        {
            throw StepFailedException.Algorithm(
                $"{failures.Count} of {objects.Count} objects failed. {string.Join("; ", failures.Take(ShownFailures))}"
            );
        }
    }

    private async Task TransformAsync(
        LocalS3 s3,
        TransformRequest request,
        S3Object item,
        string accept,
        ServingPool pool,
        JobFolder folder,
        CancellationToken cancellation
    )
    {
        var result = Path.Combine(folder.Temporary, "result");
        await using (var output = new BufferedStream(File.Create(result)))
        {
            await using var content = s3.Bucket(item.Bucket).OpenRead(item.Key);
            var reader = new RecordReader(content, request.SplitByLine, request.SingleRecord, request.MaxPayload * 1024 * 1024);
            await AnswerAllAsync(request, reader, accept, pool, output, cancellation);
        }
        var key = request.Output.Append(LocalS3.RelativePath(item.Key, request.Input.Key) + ".out");
        s3.Bucket(key.Bucket).Put(key.Key, result);
    }

    /// <summary>Keeps every process of the pool busy and writes the answers in the order of the requests.</summary>
    private async Task AnswerAllAsync(
        TransformRequest request,
        RecordReader reader,
        string accept,
        ServingPool pool,
        Stream output,
        CancellationToken cancellation
    )
    {
        var filter = new RecordFilter(request);
        var pending = new Queue<(RecordBatch Batch, Task<byte[]> Answer)>();
        try
        {
            while (await reader.NextAsync(cancellation) is { } batch)
            {
                var body = filter.ToModel(batch);
                pending.Enqueue(
                    (
                        batch,
                        await pool.BeginInvokeAsync(
                            body,
                            request.ContentType,
                            accept,
                            request.InvocationLimit,
                            host.Options.Time,
                            cancellation
                        )
                    )
                );
                while (pending.Count > pool.Size)
                {
                    await WriteNextAsync();
                }
            }
            while (pending.Count > 0)
            {
                await WriteNextAsync();
            }
        }
        finally
        {
            // After a failure the other answers must have arrived before their processes get the next object.
            Task rest = Task.WhenAll(pending.Select(item => item.Answer));
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task WriteNextAsync()
        {
            var (batch, answer) = pending.Dequeue();
            filter.ToOutput(batch, await answer, output);
        }
    }
}
