using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.LocalCloud.Tests.Support;

/// <summary>A cloud on a clock that only tests put forward, with one kind of function code: <see cref="Code"/>.</summary>
public sealed class ServiceCloud : IAsyncDisposable, IFunctionCode
{
    public const string Account = "111122223333";
    public const string Other = "444455556666";

    private readonly TestCloud _cloud;
    private readonly ConcurrentQueue<FunctionInvocation> _invocations = new();

    public ServiceCloud(Func<CloudOptions, CloudOptions>? change = null) =>
        _cloud = new TestCloud(options =>
        {
            var mine = options with { Time = Time, FunctionCode = _ => this };
            return change?.Invoke(mine) ?? mine;
        });

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));

    public Cloud Cloud => _cloud.Cloud;

    public CloudAccount Home => Cloud.Default;

    /// <summary>What functions do; they answer null by default.</summary>
    public Func<FunctionInvocation, string> Code { get; set; } = _ => "null";

    public IReadOnlyList<FunctionInvocation> Invocations => [.. _invocations];

    public Task<string> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellation)
    {
        _invocations.Enqueue(invocation);
        return Task.FromResult(Code(invocation));
    }

    /// <summary>Deploys resources given as (type, name, inputs); URNs are their names.</summary>
    public IReadOnlyList<ResourceOperation> Up(params (string Type, string Name, string Inputs)[] resources) =>
        Home.Service<DeploymentService>().Up("test", [.. resources.Select(one => Declare(one.Type, one.Name, one.Inputs))]);

    public static DeclaredResource Declare(string type, string name, string inputs) =>
        new()
        {
            Type = type,
            Name = name,
            Urn = name,
            Inputs = (JsonObject)JsonNode.Parse(inputs)!,
        };

    /// <summary>Puts the clock forward by steps, so that each consequence happens at its own time.</summary>
    public async Task PassAsync(TimeSpan time, int steps = 1)
    {
        await Cloud.WhenIdleAsync();
        for (var step = 0; step < steps; step++)
        {
            Time.Advance(time / steps);
            await Cloud.WhenIdleAsync();
        }
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();
}
