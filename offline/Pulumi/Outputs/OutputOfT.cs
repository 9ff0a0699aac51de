using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>
/// A value that a resource, or a function of resources' values, will have. It remembers the resources it came from and
/// whether it is secret; in a preview it may stay unknown, and what is applied to it does not run then.
/// </summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data, bool track = true)
    {
        Data = data;
        if (track)
        {
            Deployment.Track(data);
        }
    }

    internal Task<OutputData<T>> Data { get; }

    [SuppressMessage("Design", "CA1000", Justification = "The official SDK has it.")]
    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) =>
        Then(value => new ValueTask<OutputData<TResult>>(OutputData.Known(func(value))));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) =>
        Then(async value => OutputData.Known(await func(value).ConfigureAwait(false)));

    public Output<ValueTuple> Apply(Func<T, Task> func) =>
        Then(async value =>
        {
            await func(value).ConfigureAwait(false);
            return OutputData.Known(ValueTuple.Create());
        });

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Then(value => DataOf(func(value)?.ToOutput()));

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => Then(value => DataOf(func(value)));

    /// <summary>Never the value, which may be unknown or secret: a text that says how to build a string instead.</summary>
    public override string ToString() =>
        "An Output<T> has no string form of its own, its value may be unknown or secret. Build the string as an output: "
        + "o.Apply(v => $\"prefix{v}suffix\") or Output.Format($\"prefix{o}suffix\").";

    async ValueTask<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await Data.ConfigureAwait(false);
        return data.With<object?>(data.Value);
    }

    private static ValueTask<OutputData<TResult>> DataOf<TResult>(Output<TResult>? output) =>
        output is null ? new(OutputData.Known<TResult>(default!)) : new(output.Data);

    private Output<TResult> Then<TResult>(Func<T, ValueTask<OutputData<TResult>>> next)
    {
        return new(RunAsync());

        async Task<OutputData<TResult>> RunAsync()
        {
            var data = await Data.ConfigureAwait(false);
            return data.IsKnown ? data.Then(await next(data.Value).ConfigureAwait(false)) : data.AsUnknown<TResult>();
        }
    }
}
