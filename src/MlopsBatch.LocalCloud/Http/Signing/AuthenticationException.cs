namespace MlopsBatch.LocalCloud.Http.Signing;

/// <summary>A request whose sender isn't known.</summary>
internal sealed class AuthenticationException(AuthenticationFault fault, string message) : Exception(message)
{
    public AuthenticationFault Fault => fault;
}
