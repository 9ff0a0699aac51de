namespace MlopsBatch.LocalCloud.Lambda;

/// <summary>Runs functions. The local cloud knows no code; whoever hosts it binds some (see
/// <see cref="CloudOptions.FunctionCode"/>).</summary>
public interface IFunctionCode
{
    /// <summary>Runs a function for one event.</summary>
    /// <returns>Its answer as JSON.</returns>
    /// <remarks>Whatever it throws is the function's error, with the exception's type and message as Lambda reports them.</remarks>
    Task<string> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellation);
}
