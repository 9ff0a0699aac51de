namespace Pulumi;

/// <summary>A resource's argument: a plain value, or the output of another resource.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? _value;

    private protected Input(Output<T>? value) => _value = value;

    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.Resolve();

    IOutput IInput.ToUntypedElements() => Elements();

    IOutput IInput.ToUntypedOutput() => Resolve();

    internal virtual Output<T> Resolve() => _value!;

    private protected virtual IOutput Elements() => _value!;
}
