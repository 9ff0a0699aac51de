namespace MlopsBatch.LocalCloud.Lambda;

/// <summary>A function's own error, as a process tells it of the runtime API.</summary>
/// <param name="errorType">The error's type, for example <c>UnusableEventException</c>.</param>
/// <param name="message">The error in words.</param>
public sealed class FunctionFailureException(string errorType, string message) : Exception(message)
{
    public string ErrorType => errorType;
}
