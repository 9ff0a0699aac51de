using System.Collections.Concurrent;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Activity;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;
using MlopsBatch.LocalCloud.Sns;

namespace MlopsBatch.LocalCloud;

/// <summary>
/// The parts of AWS that MlopsBatch uses, on this machine. Several clouds can live in one process; each has its own
/// root folder. Disposing stops all executions and leaves no process behind.
/// </summary>
public sealed class Cloud : IAsyncDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentDictionary<string, CloudAccount> _accounts = new(StringComparer.Ordinal);

    /// <summary>Makes the folders; nothing runs yet.</summary>
    /// <param name="options">What it is made of.</param>
    /// <param name="launcher">Starts the jobs' processes; <see cref="ProcessGroupLauncher"/> by default.</param>
    /// <exception cref="CloudException">StorageUnavailable if the root folder can't be made or written to.</exception>
    public Cloud(CloudOptions options, IProcessLauncher? launcher = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrentJobs, 1, nameof(options));
        Options = options;
        var root = Path.GetFullPath(options.Root);
        var jobs = Path.Combine(root, "jobs");
        Storage.Run("set up the local cloud", root, () => Directory.CreateDirectory(jobs));
        Authorizer = new Authorizer(this);
        Ids = new IdSource(options.Seed);
        Meter = new ProcessMeter(options.Time);
        S3 = new LocalS3(Path.Combine(root, "s3"), this);
        Jobs = new JobHost(options, jobs, S3, Ids, launcher ?? new ProcessGroupLauncher(options.PythonCommand), Meter);
        Default = Account(options.AccountId);
    }

    public CloudOptions Options { get; }

    /// <summary>Gives ids, so that what stands on this cloud can be repeated too.</summary>
    public IdSource Ids { get; }

    /// <summary>How long step processes ran (<c>scriptSeconds</c> of a rehearsal is its <see cref="ProcessMeter.Busy"/>).</summary>
    public ProcessMeter Meter { get; }

    /// <summary>S3 for all accounts; without <see cref="LocalS3.As"/> each bucket's owner calls.</summary>
    public LocalS3 S3 { get; }

    /// <summary>What is going on.</summary>
    public ActivityMonitor Activity { get; } = new();

    /// <summary>Mails of all topics.</summary>
    public Outbox Outbox { get; } = new();

    /// <summary>What topics post to HTTPS endpoints.</summary>
    public PostBox PostBox { get; } = new();

    /// <summary>Everything that a service couldn't deliver, in order.</summary>
    public UndeliveredLog Undelivered { get; } = new();

    /// <summary>Services that are made to fail.</summary>
    public OutageSwitch Outages { get; } = new();

    /// <summary>Decides who may do what.</summary>
    public Authorizer Authorizer { get; }

    /// <summary>For example aws; the first part of all ARNs.</summary>
    public string Partition => Aws.Partition.OfRegion(Options.Region).Id;

    internal JobHost Jobs { get; }

    /// <summary>The account of <see cref="CloudOptions.AccountId"/>.</summary>
    public CloudAccount Default { get; }

    /// <summary>An account by its number; it is opened at the first use.</summary>
    /// <exception cref="CloudException">ValidationException if it isn't twelve digits.</exception>
    public CloudAccount Account(string id) =>
        id is { Length: 12 } && id.All(char.IsAsciiDigit)
            ? _accounts.GetOrAdd(id, number => new CloudAccount(number, this))
            : throw new CloudException("ValidationException", $"'{id}' is no account; it must be twelve digits.");

    /// <summary>Completes when nothing is going on: no delivery, no execution, no function. What waits for the clock doesn't
    /// count.</summary>
    public Task WhenIdleAsync(CancellationToken cancellation = default) => Activity.WhenIdleAsync(cancellation);

    /// <summary>Is cancelled when the cloud is closed.</summary>
    internal CancellationToken Closed => _closed.Token;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        foreach (var account in _accounts.Values)
        {
            await account.CloseAsync();
        }
    }
}
