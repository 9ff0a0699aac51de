namespace Pulumi;

/// <summary>The arguments of a provider's function.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new EmptyInvokeArgs();

    protected InvokeArgs() { }

    private sealed class EmptyInvokeArgs : InvokeArgs;
}
