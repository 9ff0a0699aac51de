using System.Collections.Immutable;
using MlopsBatch.LocalCloud.SageMaker;
using MlopsBatch.LocalCloud.SageMaker.Registry;

namespace MlopsBatch.LocalCloud;

/// <summary>The services that every account has. Each is made at its first use, so they may look each other up.</summary>
internal static class ServiceCatalogue
{
    public static ImmutableDictionary<Type, Func<CloudAccount, AccountService>> All { get; } =
        ImmutableDictionary<Type, Func<CloudAccount, AccountService>>
            .Empty.Add(typeof(LocalSageMaker), account => new LocalSageMaker(account))
            .Add(typeof(ModelRegistry), account => new ModelRegistry(account));
}
