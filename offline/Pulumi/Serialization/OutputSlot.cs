using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>An output property of a resource, waiting for the engine's answer.</summary>
internal abstract class OutputSlot
{
    /// <summary>The output to put into the property.</summary>
    public abstract object Output { get; }

    /// <summary>Sets the answer.</summary>
    /// <param name="context">What is set, for the error message.</param>
    /// <param name="resource">What the value comes from.</param>
    /// <param name="wire">The wire value.</param>
    public abstract void Resolve(string context, ImmutableHashSet<Resource> resource, object? wire);

    /// <summary>Passes the fault on to everything that waits.</summary>
    public abstract void Fail(Exception fault);
}

/// <inheritdoc/>
internal sealed class OutputSlot<T> : OutputSlot
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OutputSlot() => Output = new Output<T>(_source.Task, track: false);

    public override object Output { get; }

    public override void Resolve(string context, ImmutableHashSet<Resource> resource, object? wire)
    {
        var (value, isKnown, isSecret) = WireValue.Unwrap(wire);
        _source.SetResult(new(resource, isKnown ? Converter.ConvertOrWarn<T>(context, value) : default!, isKnown, isSecret));
    }

    public override void Fail(Exception fault) => _source.TrySetException(fault);
}
