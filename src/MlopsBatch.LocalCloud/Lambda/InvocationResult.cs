namespace MlopsBatch.LocalCloud.Lambda;

/// <summary>What a synchronous call of a function gives.</summary>
/// <param name="RequestId">The call's id.</param>
/// <param name="Payload">The answer, or the error as JSON.</param>
/// <param name="FunctionError"><c>Unhandled</c> if the function failed; null otherwise.</param>
public sealed record InvocationResult(string RequestId, string Payload, string? FunctionError);
