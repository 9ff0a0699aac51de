using System.Globalization;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

/// <summary>The machine on which all jobs of a cloud run.</summary>
internal sealed class JobHost
{
    private readonly IProcessLauncher _launcher;
    private readonly ProcessMeter _meter;
    private readonly string _root;

    public JobHost(CloudOptions options, string root, LocalS3 s3, IdSource ids, IProcessLauncher launcher, ProcessMeter meter)
    {
        Options = options;
        S3 = s3;
        Ids = ids;
        Slots = new JobSlots(options.MaxConcurrentJobs);
        _root = root;
        _launcher = launcher;
        _meter = meter;
    }

    public CloudOptions Options { get; }

    public LocalS3 S3 { get; }

    public IdSource Ids { get; }

    public JobSlots Slots { get; }

    public JobFolder CreateFolder(string jobName) => JobFolder.Create(_root, jobName);

    /// <summary>
    /// Runs a command of a job to its end. Waits for a slot first; kills the command with its children when the job
    /// is cancelled or takes too long.
    /// </summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="StepFailedException">It ran longer than allowed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<int> RunAsync(JobCommand command, Action started, CancellationToken cancellation)
    {
        using var slot = await Slots.AcquireAsync(cancellation);
        await using var process = await StartAsync(command, dialogue: false, cancellation);
        started();
        using var tooLong = new CancellationTokenSource(command.MaxRuntime, Options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancellation);
        try
        {
            return await process.Exited.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw StepFailedException.Client(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"MaxRuntimeExceeded: the job '{command.Folder.JobName}' ran longer than its StoppingCondition allows "
                        + $"({command.MaxRuntime.TotalSeconds:0} s) and was stopped."
                )
            );
        }
    }

    /// <summary>Starts a command; the caller holds a slot and disposes the process.</summary>
    public Task<IRunningProcess> StartAsync(JobCommand command, bool dialogue, CancellationToken cancellation) =>
        _launcher.StartAsync(
            new ProcessRequest
            {
                FileName = command.Program is "python3" or "python" ? Options.PythonCommand : command.Program,
                Arguments = command.Arguments,
                WorkingFolder = command.WorkingFolder,
                Environment = JobEnvironment.Create(Options, command),
                LogFile = command.Folder.LogFile,
                Dialogue = dialogue,
                Meter = _meter,
            },
            cancellation
        );
}
