namespace Pulumi;

/// <summary>A class of arguments: its members with an <see cref="InputAttribute"/> are sent to the engine.</summary>
public abstract class InputArgs
{
    protected InputArgs() { }
}
