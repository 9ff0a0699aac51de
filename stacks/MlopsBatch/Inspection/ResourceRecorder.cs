using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Utilities;

namespace MlopsBatch.Inspection;

/// <summary>Puts together what a transformation sees (parents, protection) and what the mocks see (inputs).</summary>
internal sealed class ResourceRecorder(string stack)
{
    private readonly ConcurrentDictionary<(string Type, string Name), (JsonObject Inputs, string Id, string? Arn)> _registered = new();
    private readonly ConcurrentDictionary<Resource, int> _order = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Resource>);
    private readonly ConcurrentQueue<(Resource Resource, ResourceOptions Options)> _seen = new();
    private readonly ConcurrentDictionary<(string Type, string Name), ImmutableDictionary<string, AssetOrArchive>> _assets = new();

    /// <summary>The transformation; it changes nothing.</summary>
    public ResourceTransformationResult? Observe(ResourceTransformationArgs args)
    {
        if (args.Resource is not Stack && _order.TryAdd(args.Resource, _order.Count))
        {
            _seen.Enqueue((args.Resource, args.Options));
            _assets[KeyOf(args.Resource)] = DeclaredAssets.Of(args.Args);
        }

        return null;
    }

    /// <summary>What the mocks see. Assets reach them as copies without a way back to what they are made of, so the declared ones
    /// count.</summary>
    public void Register(string type, string name, JsonObject inputs, string id, string? arn)
    {
        foreach (var (input, asset) in _assets.GetValueOrDefault((type, name)) ?? ImmutableDictionary<string, AssetOrArchive>.Empty)
        {
            inputs[input] = WireJson.Of(asset);
        }

        _registered[(type, name)] = (inputs, id, arn);
    }

    /// <summary>One resource that was registered; null for the stack itself.</summary>
    public RecordedResource? Find(string type, string name)
    {
        var options = Options();
        return options.Keys.FirstOrDefault(resource => KeyOf(resource) == (type, name)) is { } found
            ? Record(found, options[found], options)
            : null;
    }

    /// <summary>Everything that was registered.</summary>
    public ImmutableArray<RecordedResource> Resources()
    {
        var options = Options();
        return
        [
            .. _seen
                .Where(seen => _registered.ContainsKey(KeyOf(seen.Resource)))
                .Select(seen => Record(seen.Resource, seen.Options, options)),
        ];
    }

    private Dictionary<Resource, ResourceOptions> Options() =>
        _seen.ToDictionary(seen => seen.Resource, seen => seen.Options, ReferenceEqualityComparer.Instance as IEqualityComparer<Resource>);

    private RecordedResource Record(Resource resource, ResourceOptions own, Dictionary<Resource, ResourceOptions> options)
    {
        var (inputs, id, arn) = _registered[KeyOf(resource)];
        var parent = own.Parent is null or Stack ? null : own.Parent;
        return new(
            resource.GetResourceType(),
            resource.GetResourceName(),
            UrnOf(resource, options),
            parent is null ? null : UrnOf(parent, options),
            IsProtected(resource, options),
            own.RetainOnDelete == true,
            DependsOn(own, options),
            inputs,
            id
        )
        {
            Arn = arn,
        };
    }

    private static (string Type, string Name) KeyOf(Resource resource) => (resource.GetResourceType(), resource.GetResourceName());

    private string UrnOf(Resource resource, Dictionary<Resource, ResourceOptions> options) =>
        $"urn:pulumi:{stack}::mlops-batch::{string.Join('$', Line(resource, options).Reverse().Select(one => one.GetResourceType()))}"
        + $"::{resource.GetResourceName()}";

    private static bool IsProtected(Resource resource, Dictionary<Resource, ResourceOptions> options) =>
        Line(resource, options).Select(one => options[one].Protect).FirstOrDefault(protect => protect is not null) == true;

    /// <summary>The resource, its parent, and so on up to below the stack.</summary>
    private static IEnumerable<Resource> Line(Resource resource, Dictionary<Resource, ResourceOptions> options)
    {
        for (var one = resource; one is not null and not Stack; one = options[one].Parent)
        {
            yield return one;
        }
    }

    private ImmutableArray<string> DependsOn(ResourceOptions own, Dictionary<Resource, ResourceOptions> options) =>
        [
            .. OutputUtilities
                .GetValueAsync(own.DependsOn.ToOutput())
                .GetAwaiter()
                .GetResult()
                .Where(options.ContainsKey)
                .Select(resource => UrnOf(resource, options)),
        ];
}
