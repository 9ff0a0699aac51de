using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>What handlers have in common: known inputs, and the difference by input.</summary>
/// <param name="type">Type token.</param>
/// <param name="required">Inputs that have to be there.</param>
/// <param name="optional">Inputs that may be there.</param>
/// <param name="ignored">Inputs that are taken without effect; <c>tags</c> and <c>description</c> are so everywhere.</param>
/// <param name="replacing">Inputs whose change makes a new resource.</param>
public abstract class ResourceHandler(
    string type,
    ImmutableArray<string> required,
    ImmutableArray<string> optional = default,
    ImmutableArray<string> ignored = default,
    ImmutableArray<string> replacing = default
) : IResourceHandler
{
    private static readonly ImmutableArray<string> IgnoredEverywhere = ["tags", "description", "region"];

    private readonly ImmutableArray<string> _known =
    [
        .. required,
        .. optional.IsDefault ? [] : optional,
        .. ignored.IsDefault ? [] : ignored,
        .. IgnoredEverywhere,
    ];

    private readonly ImmutableArray<string> _replacing = replacing.IsDefault ? required : replacing;

    public string Type => type;

    public virtual IEnumerable<string> Check(JsonObject inputs) =>
        required
            .Where(name => inputs[name] is null)
            .Select(name => $"{name} is missing")
            .Concat(
                inputs
                    .Select(input => input.Key)
                    .Where(name => !_known.Contains(name))
                    .Select(name => $"{name} is unknown to the local cloud's {type}.{DidYouMean.Hint(name, _known)}")
            );

    public virtual Difference Diff(JsonObject old, JsonObject inputs)
    {
        ImmutableArray<string> changed =
        [
            .. old.Select(input => input.Key)
                .Union(inputs.Select(input => input.Key))
                .Where(name => !JsonNode.DeepEquals(old[name], inputs[name]))
                .Order(StringComparer.Ordinal),
        ];
        return new(changed, [.. changed.Where(_replacing.Contains)]);
    }

    public virtual bool HasSameName(JsonObject old, JsonObject inputs) =>
        !_replacing.IsEmpty && JsonNode.DeepEquals(old[_replacing[0]], inputs[_replacing[0]]);

    public abstract Created Create(CloudAccount account, JsonObject inputs);

    public virtual JsonObject? Read(CloudAccount account, ResourceState state) => state.Outputs;

    public abstract JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs);

    public abstract void Delete(CloudAccount account, ResourceState state);
}
