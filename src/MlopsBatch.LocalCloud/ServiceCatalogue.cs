using System.Collections.Immutable;
using MlopsBatch.LocalCloud.CloudWatch;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.LocalCloud.Kms;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.Logs;
using MlopsBatch.LocalCloud.Pipes;
using MlopsBatch.LocalCloud.SageMaker;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.LocalCloud.Scheduler;
using MlopsBatch.LocalCloud.Secrets;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud;

/// <summary>The services that every account has. Each is made at its first use, so they may look each other up.</summary>
internal static class ServiceCatalogue
{
    public static ImmutableDictionary<Type, Func<CloudAccount, AccountService>> All { get; } =
        ImmutableDictionary<Type, Func<CloudAccount, AccountService>>
            .Empty.Add(typeof(LocalSageMaker), account => new LocalSageMaker(account))
            .Add(typeof(ModelRegistry), account => new ModelRegistry(account))
            .Add(typeof(CloudWatchService), account => new CloudWatchService(account))
            .Add(typeof(DeploymentService), account => new DeploymentService(account))
            .Add(typeof(EventBridgeService), account => new EventBridgeService(account))
            .Add(typeof(IamService), account => new IamService(account))
            .Add(typeof(KmsService), account => new KmsService(account))
            .Add(typeof(LambdaService), account => new LambdaService(account))
            .Add(typeof(LogsService), account => new LogsService(account))
            .Add(typeof(PipesService), account => new PipesService(account))
            .Add(typeof(SchedulerService), account => new SchedulerService(account))
            .Add(typeof(SecretsService), account => new SecretsService(account))
            .Add(typeof(SnsService), account => new SnsService(account))
            .Add(typeof(SqsService), account => new SqsService(account));
}
