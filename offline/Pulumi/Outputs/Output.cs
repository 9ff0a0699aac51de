using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Makes outputs from values and from other outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(Task.FromResult(OutputData.Known(value)), track: false);

    public static Output<T> Create<T>(Task<T> value) => new(FromAsync(value, isSecret: false));

    public static Output<T> CreateSecret<T>(T value) => new(Task.FromResult(OutputData.Known(value, isSecret: true)), track: false);

    public static Output<T> CreateSecret<T>(Task<T> value) => new(FromAsync(value, isSecret: true));

    public static Output<T> CreateSecret<T>(Output<T> value) => WithSecret(value, isSecret: true);

    public static Output<T> Unsecret<T>(Output<T> output) => WithSecret(output, isSecret: false);

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) =>
        new(AllAsync([.. inputs.Select(input => input.ToOutput())]));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All((IEnumerable<Output<T>>)outputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(AllAsync([.. outputs]));

    /// <summary>Formats with the invariant culture; arguments that are inputs or outputs are awaited first.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments().Select(AsObject);
        return All(arguments)
            .Apply(values => string.Format(System.Globalization.CultureInfo.InvariantCulture, formattableString.Format, [.. values]));
    }

    private static Output<object?> AsObject(object? value) =>
        value switch
        {
            IInput input => new(DataOfAsync(input.ToUntypedOutput())),
            IOutput output => new(DataOfAsync(output)),
            _ => Create(value),
        };

    private static async Task<OutputData<object?>> DataOfAsync(IOutput output) => await output.GetDataAsync().ConfigureAwait(false);

    private static async Task<OutputData<T>> FromAsync<T>(Task<T> value, bool isSecret) =>
        OutputData.Known(await value.ConfigureAwait(false), isSecret);

    private static Output<T> WithSecret<T>(Output<T> output, bool isSecret)
    {
        return new(RunAsync());

        async Task<OutputData<T>> RunAsync() => await output.Data.ConfigureAwait(false) with { IsSecret = isSecret };
    }

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(ImmutableArray<Output<T>> outputs)
    {
        var all = OutputData.Known(false);
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        foreach (var output in outputs)
        {
            var data = await output.Data.ConfigureAwait(false);
            values.Add(data.Value);
            all = all.Then(data.With(false));
        }

        return all.IsKnown ? all.With(values.MoveToImmutable()) : all.AsUnknown<ImmutableArray<T>>();
    }
}
