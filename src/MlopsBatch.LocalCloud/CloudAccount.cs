using System.Collections.Concurrent;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.CloudWatch;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker;

namespace MlopsBatch.LocalCloud;

/// <summary>One account in one region, seen by one caller: its root, or whom <see cref="As(Caller)"/> names.</summary>
public sealed class CloudAccount
{
    private readonly ConcurrentDictionary<Type, Lazy<AccountService>> _services;
    private readonly CloudAccount _root;

    internal CloudAccount(string id, Cloud cloud)
    {
        (Id, Cloud, _root) = (id, cloud, this);
        Root = new Caller(Principal.Root(id, cloud.Partition));
        Caller = Root;
        Events = new EventStream(id, Region, cloud.Ids, cloud.Options.Time, cloud.Activity);
        _services = new(
            ServiceCatalogue.All.Select(entry => KeyValuePair.Create(entry.Key, new Lazy<AccountService>(() => entry.Value(this))))
        );
    }

    private CloudAccount(CloudAccount root, Caller caller)
    {
        (Id, Cloud, _root, Root, Caller) = (root.Id, root.Cloud, root, root.Root, caller);
        Events = root.Events;
        _services = root._services;
    }

    /// <summary>Twelve digits.</summary>
    public string Id { get; }

    public string Region => Cloud.Options.Region;

    /// <summary>The account's own root.</summary>
    public Caller Root { get; }

    /// <summary>Who calls through this view.</summary>
    public Caller Caller { get; }

    /// <summary>What happens on the account's default bus.</summary>
    public EventStream Events { get; }

    public LocalSageMaker SageMaker => Service<LocalSageMaker>();

    public CloudWatchService CloudWatch => Service<CloudWatchService>();

    /// <summary>S3 of all accounts, for this view's caller.</summary>
    public LocalS3 S3 => Cloud.S3.As(Caller);

    internal Cloud Cloud { get; }

    internal TimeProvider Time => Cloud.Options.Time;

    /// <summary>The same account, as another caller sees it.</summary>
    public CloudAccount As(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new CloudAccount(_root, caller);
    }

    /// <inheritdoc cref="As(Caller)"/>
    public CloudAccount As(Principal principal) => As(new Caller(principal));

    /// <summary>A service of this account, for this view's caller.</summary>
    /// <exception cref="CloudException">The local cloud has no such service.</exception>
    public T Service<T>()
        where T : AccountService =>
        _services.TryGetValue(typeof(T), out var service)
            ? (T)(ReferenceEquals(this, _root) ? service.Value : service.Value.ViewOf(Caller))
            : throw new CloudException(
                "UnknownService",
                $"The local cloud has no service {typeof(T).Name}; add it to {nameof(ServiceCatalogue)}."
            );

    /// <summary>A service of the account that an ARN names, for this view's caller.</summary>
    /// <exception cref="CloudException">ValidationException if it is no ARN of an account.</exception>
    internal T Peer<T>(string arn)
        where T : AccountService =>
        arn.Split(':') is [_, _, _, _, var account, ..]
            ? Cloud.Account(account).As(Caller).Service<T>()
            : throw new CloudException("ValidationException", $"'{arn}' is no ARN.");

    /// <summary>An ARN in this account and region.</summary>
    /// <param name="service">For example sqs.</param>
    /// <param name="rest">What follows the account.</param>
    public string Arn(string service, string rest) => new Aws.Arn(Cloud.Partition, service, Region, Id, rest).ToString();

    /// <summary>An ARN of a service that knows no region, such as iam.</summary>
    public string GlobalArn(string service, string rest) => new Aws.Arn(Cloud.Partition, service, "", Id, rest).ToString();

    /// <inheritdoc cref="LocalS3.CreateBucket"/>
    public S3Bucket CreateBucket(string name) => S3.CreateBucket(name, Events);

    internal async ValueTask CloseAsync()
    {
        foreach (var service in _services.Values.Where(service => service.IsValueCreated).Select(service => service.Value))
        {
            if (service is IAsyncDisposable open)
            {
                await open.DisposeAsync();
            }
        }
    }
}
