using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list argument. Each element may be a plain value or an output; a secret element does not make the others secret.</summary>
public sealed class InputList<T>() : Input<ImmutableArray<T>>(null), IEnumerable, IAsyncEnumerable<Input<T>>
{
    private readonly List<Output<ImmutableArray<Input<T>>>> _parts = [];

    public static implicit operator InputList<T>(T value) => [(Input<T>)value];

    public static implicit operator InputList<T>(Input<T> value) => [value];

    public static implicit operator InputList<T>(Output<T> value) => [(Input<T>)value];

    public static implicit operator InputList<T>(T[] values) => Of(values, value => value);

    public static implicit operator InputList<T>(List<T> values) => Of(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(values, value => value);

    public static implicit operator InputList<T>(Input<T>[] values) => Of(values, value => value);

    public static implicit operator InputList<T>(List<Input<T>> values) => Of(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values, value => value);

    public static implicit operator InputList<T>(Output<T>[] values) => Of(values, value => value);

    public static implicit operator InputList<T>(List<Output<T>> values) => Of(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Of(values, value => value);

    public static implicit operator InputList<T>(Output<T[]> values) => Of(values.Apply(items => Inputs(items, value => value)));

    public static implicit operator InputList<T>(Output<List<T>> values) => Of(values.Apply(items => Inputs(items, value => value)));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => Of(values.Apply(items => Inputs(items, value => value)));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        Of(values.Apply(items => Inputs(items, value => value)));

    public void Add(params Input<T>[] inputs) => _parts.Add(Output.Create(ImmutableArray.Create(inputs)));

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => _parts.AddRange([.. inputs._parts]);

    public InputList<T> Concat(InputList<T> other)
    {
        var both = new InputList<T>();
        both.AddRange(this);
        both.AddRange(other);
        return both;
    }

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await Items().Data.ConfigureAwait(false);
        foreach (var item in data.IsKnown ? data.Value : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An InputList can't be enumerated before its outputs are there: use 'await foreach' or Apply.");

    internal override Output<ImmutableArray<T>> Resolve() => Items().Apply(items => Output.All<T>(items));

    private protected override IOutput Elements() => Items();

    private static InputList<T> Of(Output<ImmutableArray<Input<T>>> part)
    {
        var list = new InputList<T>();
        list._parts.Add(part);
        return list;
    }

    private static InputList<T> Of<TItem>(IEnumerable<TItem> values, Func<TItem, Input<T>> convert) =>
        Of(Output.Create(Inputs(values, convert)));

    private static ImmutableArray<Input<T>> Inputs<TItem>(IEnumerable<TItem> values, Func<TItem, Input<T>> convert) =>
        [.. values.Select(convert)];

    private Output<ImmutableArray<Input<T>>> Items() =>
        _parts.Count == 1 ? _parts[0] : Output.All(_parts).Apply(parts => parts.SelectMany(part => part).ToImmutableArray());
}
