using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map argument. Each value may be plain or an output. A key that is added twice is a fault when the map is used; of two maps
/// that are merged, the later one's value counts.
/// </summary>
public sealed class InputMap<TValue>()
    : Input<ImmutableDictionary<string, TValue>>(null),
        IEnumerable,
        IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private readonly List<(Output<ImmutableDictionary<string, Input<TValue>>> Values, bool AreNew)> _parts = [];

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Of(Output.Create(Inputs(values)));

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Of(Output.Create(Inputs(values)));

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => Of(values.Apply(Inputs));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => Of(values.Apply(Inputs));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => Of(values.Apply(Inputs));

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        var both = new InputMap<TValue>();
        both.AddRange(first);
        both.AddRange(second);
        return both;
    }

    public void Add(string key, Input<TValue> value) =>
        _parts.Add((Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty.Add(key, value)), true));

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values) => _parts.Add((values.Items(), false));

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await Items().Data.ConfigureAwait(false);
        foreach (var (key, value) in data.IsKnown ? data.Value : ImmutableDictionary<string, Input<TValue>>.Empty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return value.ToOutput().Apply(item => KeyValuePair.Create(key, item));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An InputMap can't be enumerated before its outputs are there: use 'await foreach' or Apply.");

    internal override Output<ImmutableDictionary<string, TValue>> Resolve() =>
        Items()
            .Apply(items =>
            {
                var keys = items.Keys.ToImmutableArray();
                return Output
                    .All(keys.Select(key => items[key]))
                    .Apply(values => keys.Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
            });

    private protected override IOutput Elements() => Items();

    private static InputMap<TValue> Of(Output<ImmutableDictionary<string, Input<TValue>>> part)
    {
        var map = new InputMap<TValue>();
        map._parts.Add((part, false));
        return map;
    }

    private static ImmutableDictionary<string, Input<TValue>> Inputs(IEnumerable<KeyValuePair<string, TValue>> values) =>
        values.ToImmutableDictionary(pair => pair.Key, pair => (Input<TValue>)pair.Value);

    private Output<ImmutableDictionary<string, Input<TValue>>> Items()
    {
        var areNew = _parts.Select(part => part.AreNew).ToImmutableArray();
        return areNew.Length == 1 ? _parts[0].Values : Output.All(_parts.Select(part => part.Values)).Apply(parts => Join(parts, areNew));
    }

    private static ImmutableDictionary<string, Input<TValue>> Join(
        ImmutableArray<ImmutableDictionary<string, Input<TValue>>> parts,
        ImmutableArray<bool> areNew
    )
    {
        var all = ImmutableDictionary.CreateBuilder<string, Input<TValue>>();
        foreach (var (part, isNew) in parts.Zip(areNew))
        {
            foreach (var (key, value) in part)
            {
                if (isNew)
                {
                    all.Add(key, value);
                }
                else
                {
                    all[key] = value;
                }
            }
        }

        return all.ToImmutable();
    }
}
