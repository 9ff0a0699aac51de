using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker;
using MlopsBatch.LocalCloud.SageMaker.Executions;

namespace MlopsBatch.LocalCloud.Tests.Support;

/// <summary>A cloud in a temporary folder with one bucket, gone with everything in it when disposed.</summary>
public sealed class TestCloud : IAsyncDisposable
{
    public const string Python = "/usr/bin/python3";

    private readonly List<CloudEvent> _events = [];

    public TestCloud(Func<CloudOptions, CloudOptions>? change = null, Func<ProcessMeter, IProcessLauncher>? launcher = null)
    {
        Root = Directory.CreateTempSubdirectory("mlops-local-cloud-").FullName;
        var options = new CloudOptions
        {
            Root = Path.Combine(Root, "cloud"),
            PythonCommand = Python,
            Seed = 7,
        };
        options = change?.Invoke(options) ?? options;
        Cloud = new Cloud(options, launcher?.Invoke(new ProcessMeter(options.Time)));
        Bucket = Cloud.Default.CreateBucket("data");
        Cloud.Default.Events.Subscribe(happened =>
        {
            lock (_events)
            {
                _events.Add(happened);
            }
        });
    }

    /// <summary>The temporary folder; the cloud's own is "cloud" in it.</summary>
    public string Root { get; }

    public Cloud Cloud { get; }

    public S3Bucket Bucket { get; }

    public LocalSageMaker SageMaker => Cloud.Default.SageMaker;

    /// <summary>What has happened on the default bus when everything that goes on has come to its end.</summary>
    public IReadOnlyList<CloudEvent> Events
    {
        get
        {
            Cloud.WhenIdleAsync().GetAwaiter().GetResult();
            lock (_events)
            {
                return [.. _events];
            }
        }
    }

    public string JobsFolder => Path.Combine(Cloud.Options.Root, "jobs");

    /// <summary>Stores a script where <see cref="Json.Script"/> expects it.</summary>
    public void PutScript(string name, string python) => Bucket.PutText($"code/{name}/{name}.py", python);

    public PipelineExecution Start(string definition, IReadOnlyDictionary<string, string>? parameters = null, StartOptions? options = null)
    {
        SageMaker.PutPipeline("pipeline", definition);
        return SageMaker.StartPipelineExecution("pipeline", parameters, options);
    }

    public async Task<PipelineExecution> RunAsync(
        string definition,
        IReadOnlyDictionary<string, string>? parameters = null,
        StartOptions? options = null
    )
    {
        var execution = await Start(definition, parameters, options).Completion;
        await Cloud.WhenIdleAsync();
        return execution;
    }

    public string WriteFile(string name, string content)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}
