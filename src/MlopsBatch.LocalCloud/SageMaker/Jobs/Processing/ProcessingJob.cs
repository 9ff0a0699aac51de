using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Processing;

/// <summary>
/// The contract of processing containers: inputs and outputs at their LocalPath, config files, exit code, message.
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/build-your-own-processing-container.html
/// </summary>
internal sealed class ProcessingJob(JobHost host)
{
    private const string DataRoot = "/opt/ml/processing";
    private const int MessageCharacters = 1024;

    /// <summary>Downloads the inputs, runs the command, uploads the outputs.</summary>
    /// <param name="run">The step's try, whose arguments are CreateProcessingJob's.</param>
    /// <param name="command">Program and arguments, once the inputs are there.</param>
    /// <param name="started">Called when the process has started.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <returns>The response of DescribeProcessingJob.</returns>
    public async Task<JsonObject> RunAsync(StepRun run, Func<JobFolder, JobCommand> command, Action started, CancellationToken cancellation)
    {
        var request = run.Arguments;
        SingleInstance(request.Integer("ProcessingResources", "ClusterConfig", "InstanceCount"), "ProcessingResources.ClusterConfig");
        var folder = host.CreateFolder(run.JobName);
        foreach (var input in request.Objects("ProcessingInputs"))
        {
            Download(run, input, folder);
        }
        var outputs = request
            .Objects("ProcessingOutputConfig", "Outputs")
            .Select(output => (Folder: Output(output, folder), Uri: S3Uri.Parse(output.Text("S3Output", "S3Uri")!)))
            .ToList();
        Configure(run, folder);

        var maxRuntime = request.Integer("StoppingCondition", "MaxRuntimeInSeconds");
        var start = command(folder);
        if (maxRuntime is { } seconds)
        {
            start = start with { MaxRuntime = TimeSpan.FromSeconds(seconds) };
        }
        var exit = await host.RunAsync(start, started, cancellation);
        var message = folder.ReadMessage(MessageCharacters, "output", "message");
        ExitCode.ThrowIfFailed(exit, message, folder);
        foreach (var (local, uri) in outputs)
        {
            run.S3.UploadFolder(local, uri);
        }
        if (!host.Options.KeepJobFolders)
        {
            folder.Delete();
        }
        var described = (JsonObject)request.DeepClone();
        described["ProcessingJobName"] = run.JobName;
        described["ProcessingJobArn"] = run.Arn("processing-job", run.JobName);
        described["ProcessingJobStatus"] = "Completed";
        if (message is not null)
        {
            described["ExitMessage"] = message;
        }
        return described;
    }

    /// <exception cref="StepFailedException">The job asks for more than one machine.</exception>
    public static void SingleInstance(int? count, string place)
    {
        if (count is > 1)
        {
            throw StepFailedException.Client(
                $"{place}.InstanceCount is {count}; the local cloud is one machine and runs such jobs with 1 only."
            );
        }
    }

    private void Download(StepRun run, JsonObject input, JobFolder folder)
    {
        var name = input.Text("InputName");
        if (input["S3Input"] is not JsonObject s3 || s3.Text("LocalPath") is not { } localPath)
        {
            throw StepFailedException.Client($"Input '{name}' needs an S3Input with LocalPath; the local cloud emulates no other.");
        }
        if (s3.Text("S3DataType") != "S3Prefix" || s3.Text("S3InputMode") is "Pipe" || s3.Text("S3CompressionType") is "Gzip")
        {
            throw StepFailedException.Client(
                $"Input '{name}': the local cloud emulates S3DataType S3Prefix in File mode without compression only."
            );
        }
        run.S3.DownloadPrefix(S3Uri.Parse(s3.Text("S3Uri")!), folder.DataPath(localPath, DataRoot));
    }

    private static string Output(JsonObject output, JobFolder folder)
    {
        if (output["S3Output"] is not JsonObject s3 || s3.Text("LocalPath") is not { } localPath || s3.Text("S3UploadMode") != "EndOfJob")
        {
            throw StepFailedException.Client(
                $"Output '{output.Text("OutputName")}' needs an S3Output with LocalPath and S3UploadMode EndOfJob; the "
                    + "local cloud emulates no other."
            );
        }
        var path = folder.DataPath(localPath, DataRoot);
        Storage.Run("make the output folder", path, () => Directory.CreateDirectory(path));
        return path;
    }

    private static void Configure(StepRun run, JobFolder folder)
    {
        var config = (JsonObject)run.Arguments.DeepClone();
        config["ProcessingJobName"] = run.JobName;
        config["ProcessingJobArn"] = run.Arn("processing-job", run.JobName);
        folder.WriteJson(config, "config", "processingjobconfig.json");
        folder.WriteJson(
            new JsonObject { ["current_host"] = "algo-1", ["hosts"] = JsonRead.Array(["algo-1"]) },
            "config",
            "resourceconfig.json"
        );
        Directory.CreateDirectory(folder.In("output"));
    }
}
