using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Processing;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Training;

/// <summary>
/// The contract of training containers in script mode.
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-training-algo.html
/// </summary>
internal sealed class TrainingJob(JobHost host, LocalS3 s3)
{
    private const int FailureCharacters = 1024;
    private static readonly string[] NotEmulated = ["CheckpointConfig", "ModelPackageConfig", "ServerlessJobConfig"];

    /// <summary>Runs a training job to its end.</summary>
    /// <param name="jobName">Its name; the artifacts go below it.</param>
    /// <param name="request">CreateTrainingJob's members, without functions.</param>
    /// <param name="arn">The job's ARN.</param>
    /// <param name="started">Called when the process has started.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <returns>The response of DescribeTrainingJob.</returns>
    public async Task<JsonObject> RunAsync(string jobName, JsonObject request, string arn, Action started, CancellationToken cancellation)
    {
        Check(request);
        var parameters = new HyperParameters(request.Map("HyperParameters"));
        var folder = host.CreateFolder(jobName);
        var channels = Download(request, folder);
        var resources = new JsonObject
        {
            ["current_host"] = "algo-1",
            ["hosts"] = JsonRead.Array(["algo-1"]),
            ["network_interface_name"] = "eth0",
            ["current_instance_type"] = request.Text("ResourceConfig", "InstanceType"),
        };
        folder.WriteJson(
            new JsonObject(parameters.Raw.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
            "input",
            "config",
            "hyperparameters.json"
        );
        folder.WriteJson(channels.DeepClone(), "input", "config", "inputdataconfig.json");
        folder.WriteJson(resources.DeepClone(), "input", "config", "resourceconfig.json");
        foreach (var path in new[] { folder.In("model"), folder.In("output", "data"), folder.In("code") })
        {
            Directory.CreateDirectory(path);
        }
        SourceCode.Place(parameters, request.Flag("EnableNetworkIsolation"), s3, folder);

        var exit = await host.RunAsync(
            new JobCommand
            {
                Folder = folder,
                Program = "python3",
                Arguments = [parameters.Program!, .. parameters.CommandLine().Select(folder.MapPath)],
                WorkingFolder = folder.In("code"),
                Environment = TrainingEnvironment.Create(jobName, request, parameters, channels, resources, folder),
                MaxRuntime = TimeSpan.FromSeconds(request.Integer("StoppingCondition", "MaxRuntimeInSeconds") ?? 86_400),
            },
            started,
            cancellation
        );
        ExitCode.ThrowIfFailed(exit, folder.ReadMessage(FailureCharacters, "output", "failure"), folder);

        var described = Describe(jobName, request, arn, Upload(jobName, request, folder), folder);
        if (!host.Options.KeepJobFolders)
        {
            folder.Delete();
        }
        return described;
    }

    private static void Check(JsonObject request)
    {
        ImageKind.Require(request.Text("AlgorithmSpecification", "TrainingImage"), ImageKind.ScikitLearn, "Training");
        ProcessingJob.SingleInstance(request.Integer("ResourceConfig", "InstanceCount"), "ResourceConfig");
        if (request.Text("AlgorithmSpecification", "TrainingInputMode") == "Pipe")
        {
            throw StepFailedException.Client("TrainingInputMode is Pipe; the local cloud emulates File and FastFile only.");
        }
        if (NotEmulated.FirstOrDefault(request.ContainsKey) is { } name)
        {
            throw StepFailedException.Client(
                $"{name} is not emulated by the local cloud; leave it out of a definition that is to run here."
            );
        }
    }

    /// <summary>Fills the channels' folders.</summary>
    /// <returns>What inputdataconfig.json says of them.</returns>
    private JsonObject Download(JsonObject request, JobFolder folder)
    {
        var config = new JsonObject();
        foreach (var channel in request.Objects("InputDataConfig"))
        {
            var name = channel.Text("ChannelName")!;
            var source = channel.At("DataSource", "S3DataSource");
            if (
                source.Text("S3DataType") != "S3Prefix"
                || channel.Text("CompressionType") is "Gzip"
                || channel.Text("RecordWrapperType") is "RecordIO"
                || channel.Text("InputMode") is "Pipe"
            )
            {
                throw StepFailedException.Client(
                    $"Channel '{name}': the local cloud emulates S3DataType S3Prefix in File mode without compression or "
                        + "record wrapping only."
                );
            }
            s3.DownloadPrefix(S3Uri.Parse(source.Text("S3Uri")!), folder.In("input", "data", name));
            config[name] = new JsonObject
            {
                ["TrainingInputMode"] = "File",
                ["S3DistributionType"] = source.Text("S3DataDistributionType") ?? "FullyReplicated",
                ["RecordWrapperType"] = "None",
            };
            if (channel.Text("ContentType") is { } contentType)
            {
                config[name]!["ContentType"] = contentType;
            }
        }
        return config;
    }

    private string Upload(string jobName, JsonObject request, JobFolder folder)
    {
        var output = S3Uri.Parse(request.Text("OutputDataConfig", "S3OutputPath")!).Append(jobName).Append("output");
        var model = Put("model.tar.gz", folder.In("model"));
        if (Directory.EnumerateFileSystemEntries(folder.In("output", "data")).Any())
        {
            Put("output.tar.gz", folder.In("output", "data"));
        }
        return model.ToString();

        S3Uri Put(string name, string content)
        {
            var archive = Path.Combine(folder.Temporary, name);
            TarArchive.Pack(content, archive);
            var uri = output.Append(name);
            s3.Bucket(uri.Bucket).Put(uri.Key, archive);
            return uri;
        }
    }

    private JsonObject Describe(string jobName, JsonObject request, string arn, string artifact, JobFolder folder)
    {
        var metrics = MetricReader.Read(folder.LogFile, request.Objects("AlgorithmSpecification", "MetricDefinitions"));
        var now = host.Options.Time.GetUtcNow().ToUnixTimeSeconds();
        var described = (JsonObject)request.DeepClone();
        described["TrainingJobName"] = jobName;
        described["TrainingJobArn"] = arn;
        described["TrainingJobStatus"] = "Completed";
        described["SecondaryStatus"] = "Completed";
        described["ModelArtifacts"] = new JsonObject { ["S3ModelArtifacts"] = artifact };
        described["FinalMetricDataList"] = new JsonArray([
            .. metrics.Select(metric => new JsonObject
            {
                ["MetricName"] = metric.Key,
                ["Value"] = metric.Value,
                ["Timestamp"] = now,
            }),
        ]);
        return described;
    }
}
