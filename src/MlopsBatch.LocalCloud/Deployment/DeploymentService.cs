using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>
/// The stacks that are deployed into an account. It calls the services as the account's root: what the deployer itself may
/// do isn't judged.
/// </summary>
public sealed class DeploymentService : AccountService
{
    private readonly ConcurrentDictionary<string, List<ResourceState>> _stacks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _locked = new(StringComparer.Ordinal);

    internal DeploymentService(CloudAccount account)
        : base(account) { }

    /// <summary>Begins an update whose resources come one by one, as a running program registers them.</summary>
    /// <param name="stack">The stack's name; each has a state of its own.</param>
    /// <exception cref="CloudException">StackLocked: another update of the stack goes on.</exception>
    public StackUpdate Begin(string stack) =>
        _locked.ContainsKey(stack)
            ? throw new CloudException(
                "StackLocked",
                "the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock with "
                    + $"`pulumi cancel --stack {stack}`."
            )
            : new(Account, _stacks.GetOrAdd(stack, _ => []));

    /// <summary>Holds a stack's lock, as an update on another machine does; nobody else can update the stack until the result is
    /// disposed.</summary>
    public IDisposable Lock(string stack)
    {
        _locked[stack] = true;
        return new HeldLock(() => _locked.TryRemove(stack, out _));
    }

    /// <summary>Deploys all resources of a stack: ordered by reference, references resolved with what the handlers return.</summary>
    /// <exception cref="CloudException">What <see cref="StackUpdate"/> says, or ValidationException for unknown kinds, circles and
    /// references to nothing.</exception>
    public IReadOnlyList<ResourceOperation> Up(string stack, IReadOnlyList<DeclaredResource> resources)
    {
        var unknown = resources
            .Where(resource => !resource.IsComponent)
            .Select(resource => ResourceKinds.Unknown(resource.Type) is { } fault ? $"{resource.Urn}: {fault}" : null)
            .OfType<string>()
            .ToList();
        if (unknown.Count > 0)
        {
            throw new CloudException("UnknownResourceKind", $"The stack {stack} can't be deployed", unknown);
        }
        var update = Begin(stack);
        var done = new Dictionary<string, ResourceState>(StringComparer.Ordinal);
        foreach (var resource in ResourceOrder.Sort(resources))
        {
            var inputs = (JsonObject)Reference.Resolve(resource.Inputs, reference => ValueOf(resource, reference, done))!;
            done[resource.Urn] = update.Register(resource with { Inputs = inputs });
        }
        return update.Finish();
    }

    /// <summary>What is deployed, in the order in which it came into being.</summary>
    public IReadOnlyList<ResourceState> State(string stack) => [.. _stacks.GetValueOrDefault(stack, [])];

    private static JsonNode ValueOf(DeclaredResource resource, Reference reference, Dictionary<string, ResourceState> done) =>
        done[reference.Urn].Value(reference.Output)
        ?? throw new CloudException(
            "ValidationException",
            $"{resource.Urn} refers to the output '{reference.Output}' of {reference.Urn}, which has none of that name."
        );

    private sealed class HeldLock(Action free) : IDisposable
    {
        public void Dispose() => free();
    }
}
