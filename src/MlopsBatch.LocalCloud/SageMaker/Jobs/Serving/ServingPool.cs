using System.Threading.Channels;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;
using MlopsBatch.LocalCloud.SageMaker.Models;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Serving;

/// <summary>
/// The processes that serve one model to one transform job: as many as the job asks for, of which only the first
/// waits for a free slot of the machine.
/// </summary>
internal sealed class ServingPool : IAsyncDisposable
{
    private const string HostScript = "serving_host.py";

    private readonly List<ServingHost> _hosts = [];
    private readonly List<IDisposable> _slots = [];
    private readonly Channel<ServingHost> _idle = Channel.CreateUnbounded<ServingHost>();

    private ServingPool() { }

    /// <summary>How many requests can be under way.</summary>
    public int Size => _hosts.Count;

    /// <exception cref="ServingException">The model can't be loaded.</exception>
    public static async Task<ServingPool> StartAsync(
        JobHost host,
        LocalS3 s3,
        LocalModel model,
        JobFolder folder,
        int count,
        IReadOnlyDictionary<string, string> environment,
        Action started,
        CancellationToken cancellation
    )
    {
        var pool = new ServingPool();
        try
        {
            Unpack(s3, model, folder);
            pool._slots.Add(await host.Slots.AcquireAsync(cancellation));
            while (pool._slots.Count < count && host.Slots.TryAcquire() is { } slot)
            {
                pool._slots.Add(slot);
            }
            var command = new JobCommand
            {
                Folder = folder,
                Program = "python3",
                Arguments = [Script(folder)],
                WorkingFolder = folder.OptMl,
                Environment = environment,
            };
            foreach (var _ in pool._slots)
            {
                pool._hosts.Add(new ServingHost(await host.StartAsync(command, dialogue: true, cancellation), folder));
            }
            started();
            await Task.WhenAll(pool._hosts.Select(item => item.ReadyAsync(cancellation)));
            pool._hosts.ForEach(item => pool._idle.Writer.TryWrite(item));
            return pool;
        }
        catch
        {
            await pool.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for an idle process and gives it a request.</summary>
    /// <returns>The answer, still under way: callers may go on with the next request.</returns>
    public async Task<Task<byte[]>> BeginInvokeAsync(
        ReadOnlyMemory<byte> body,
        string contentType,
        string accept,
        TimeSpan limit,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var host = await _idle.Reader.ReadAsync(cancellation);
        return InvokeAsync();

        async Task<byte[]> InvokeAsync()
        {
            try
            {
                return await host.InvokeAsync(body, contentType, accept, cancellation).WaitAsync(limit, time, cancellation);
            }
            catch (TimeoutException)
            {
                // What it may still answer would be taken for the answer to the next request, so the job ends here.
                throw StepFailedException.Client(
                    $"the model gave no answer within {limit.TotalSeconds:0} s (ModelClientConfig.InvocationsTimeoutInSeconds)."
                );
            }
            finally
            {
                _idle.Writer.TryWrite(host);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
        _slots.ForEach(slot => slot.Dispose());
    }

    private static void Unpack(LocalS3 s3, LocalModel model, JobFolder folder)
    {
        var uri = S3Uri.Parse(model.ModelDataUrl);
        var archive = Path.Combine(folder.Temporary, "model.tar.gz");
        s3.Bucket(uri.Bucket).Download(uri.Key, archive);
        TarArchive.Unpack(archive, folder.In("model"));
        File.Delete(archive);
    }

    private static string Script(JobFolder folder)
    {
        var path = Path.Combine(folder.Temporary, HostScript);
        using var content = typeof(ServingPool).Assembly.GetManifestResourceStream(HostScript)!;
        using var file = File.Create(path);
        content.CopyTo(file);
        return path;
    }
}
