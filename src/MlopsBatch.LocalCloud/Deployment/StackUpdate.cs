using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>
/// One <c>pulumi up</c> as the engine does it: resources are registered one after the other, each is created, changed,
/// replaced or left alone by comparison with the state under its URN, and answered with its real outputs; at the end what
/// was not registered is deleted. State is kept as things happen, so an update that fails can be repeated.
/// </summary>
public sealed class StackUpdate
{
    private readonly Lock _lock = new();
    private readonly CloudAccount _account;
    private readonly List<ResourceState> _state;
    private readonly List<ResourceOperation> _operations = [];
    private readonly List<ResourceState> _replaced = [];
    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);

    internal StackUpdate(CloudAccount account, List<ResourceState> state) => (_account, _state) = (account, state);

    /// <summary>Brings one resource into being as it is declared.</summary>
    /// <param name="resource">Its inputs hold values only, no references.</param>
    /// <exception cref="CloudException">ValidationException with every fault of the inputs, or the service's refusal; both name the
    /// URN.</exception>
    public ResourceState Register(DeclaredResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        lock (_lock)
        {
            if (!_registered.Add(resource.Urn))
            {
                throw new CloudException("ValidationException", $"{resource.Urn} is declared twice; a URN names one resource.");
            }
            try
            {
                return resource.IsComponent || InertKinds.All.ContainsKey(resource.Type) ? Keep(resource) : Apply(resource);
            }
            catch (CloudException refused) when (!refused.Message.StartsWith(resource.Urn, StringComparison.Ordinal))
            {
                throw new CloudException(refused.Code, $"{resource.Urn}: {refused.Message}", refused);
            }
        }
    }

    /// <summary>Deletes what the program doesn't declare any more, the youngest first.</summary>
    /// <exception cref="CloudException">ProtectedResource, naming each that may not go; then nothing is deleted.</exception>
    public IReadOnlyList<ResourceOperation> Finish()
    {
        lock (_lock)
        {
            var dropped = _state.Where(state => !_registered.Contains(state.Declared.Urn)).Reverse().ToList();
            Refuse([.. dropped.Where(state => state.Declared.Protect)], "deleted");
            foreach (var state in _replaced.AsEnumerable().Reverse())
            {
                Delete(state);
            }
            foreach (var state in dropped)
            {
                Delete(state);
                _state.Remove(state);
                var kind = state.Declared.RetainOnDelete ? OperationKind.Retain : OperationKind.Delete;
                _operations.Add(new(kind, state.Declared.Type, state.Declared.Urn, []));
            }
            return [.. _operations];
        }
    }

    private ResourceState Apply(DeclaredResource resource)
    {
        if (ResourceKinds.Unknown(resource.Type) is { } unknown)
        {
            throw new CloudException("UnknownResourceKind", unknown);
        }
        var handler = ResourceKinds.Handlers[resource.Type];
        var faults = handler.Check(resource.Inputs).ToList();
        if (faults.Count > 0)
        {
            throw new CloudException("ValidationException", resource.Urn, faults);
        }
        var old = Find(resource.Urn);
        if (old is null || handler.Read(_account, old) is null)
        {
            return Save(old, Make(handler, resource), OperationKind.Create, []);
        }
        var difference = handler.Diff(old.Inputs, resource.Inputs);
        return difference switch
        {
            { IsNone: true } => Save(old, old with { Declared = resource }, OperationKind.Same, []),
            { NeedsReplacement: true } => Save(old, Replace(handler, old, resource), OperationKind.Replace, difference.Changed),
            _ => Save(
                old,
                old with
                {
                    Declared = resource,
                    Outputs = handler.Update(_account, old, resource.Inputs),
                },
                OperationKind.Update,
                difference.Changed
            ),
        };
    }

    private ResourceState Make(IResourceHandler handler, DeclaredResource resource)
    {
        var created = handler.Create(_account, resource.Inputs);
        return new(resource, created.Id, created.Outputs);
    }

    private ResourceState Replace(IResourceHandler handler, ResourceState old, DeclaredResource resource)
    {
        Refuse(old.Declared.Protect ? [old] : [], "replaced");
        if (handler.HasSameName(old.Inputs, resource.Inputs))
        {
            Delete(old);
        }
        else
        {
            _replaced.Add(old);
        }
        return Make(handler, resource);
    }

    private ResourceState Keep(DeclaredResource resource)
    {
        var old = Find(resource.Urn);
        var isSame = old is not null && JsonNode.DeepEquals(old.Inputs, resource.Inputs);
        var kind =
            old is null ? OperationKind.Create
            : isSame ? OperationKind.Same
            : OperationKind.Update;
        return Save(old, new(resource, resource.IsComponent ? "" : resource.Name, []), kind, []);
    }

    private ResourceState Save(ResourceState? old, ResourceState state, OperationKind kind, ImmutableArray<string> changed)
    {
        if (old is null)
        {
            _state.Add(state);
        }
        else
        {
            _state[_state.IndexOf(old)] = state;
        }
        _operations.Add(new(kind, state.Declared.Type, state.Declared.Urn, changed));
        return state;
    }

    private void Delete(ResourceState state)
    {
        if (!state.Declared.RetainOnDelete && ResourceKinds.Handlers.TryGetValue(state.Declared.Type, out var handler))
        {
            handler.Delete(_account, state);
        }
    }

    private ResourceState? Find(string urn) => _state.Find(state => state.Declared.Urn == urn);

    private static void Refuse(IReadOnlyList<ResourceState> isProtected, string what)
    {
        if (isProtected.Count > 0)
        {
            throw new CloudException(
                "ProtectedResource",
                $"Protected resources can't be {what}",
                [
                    .. isProtected.Select(state =>
                        $"{state.Declared.Urn} is protected; take its 'protect' away first, in an update of its own"
                    ),
                ]
            );
        }
    }
}
