using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker;
using MlopsBatch.LocalCloud.SageMaker.Jobs;

namespace MlopsBatch.LocalCloud;

/// <summary>One account in one region.</summary>
public sealed class CloudAccount
{
    private readonly Cloud _cloud;

    internal CloudAccount(string id, Cloud cloud, JobHost jobs)
    {
        Id = id;
        _cloud = cloud;
        Events = new EventStream(id, cloud.Options.Region, cloud.Ids, cloud.Options.Time);
        SageMaker = new LocalSageMaker(this, cloud, jobs);
    }

    /// <summary>Twelve digits.</summary>
    public string Id { get; }

    public string Region => _cloud.Options.Region;

    /// <summary>What the services of this account send to its default bus.</summary>
    public EventStream Events { get; }

    public LocalSageMaker SageMaker { get; }

    /// <inheritdoc cref="LocalS3.CreateBucket"/>
    public S3Bucket CreateBucket(string name) => _cloud.S3.CreateBucket(name, Events);
}
