using Microsoft.AspNetCore.Http;
using MlopsBatch.LocalCloud.Http.Signing;

namespace MlopsBatch.LocalCloud.Http.Protocols;

/// <summary>A service as its clients see it: its operations and its errors in its own protocol.</summary>
internal abstract class ServiceApi
{
    /// <summary>The name by which requests to it are signed.</summary>
    public abstract string Service { get; }

    /// <summary>Answers a request.</summary>
    /// <exception cref="CloudException">Whatever the service refuses.</exception>
    public abstract Task AnswerAsync(ServiceCall call);

    /// <summary>Whether an operation of X-Amz-Target is this service's.</summary>
    public virtual bool IsTarget(string target) => false;

    /// <summary>Answers a request that failed.</summary>
    public virtual Task FailAsync(HttpContext http, Exception error) => FailAsync(http, Fault(error));

    /// <summary>Answers a request that failed.</summary>
    protected abstract Task FailAsync(HttpContext http, ApiFault fault);

    /// <summary>What the client is told of an exception.</summary>
    private ApiFault Fault(Exception error) =>
        error switch
        {
            AuthenticationException refused => Fault(refused.Fault, refused.Message),
            CloudException refused => Fault(refused),
            BadHttpRequestException broken => new ApiFault(broken.StatusCode, "BadRequest", broken.Message),
            EndOfStreamException => new ApiFault(400, "IncompleteBody", "The body is shorter than its length says."),
            _ => new ApiFault(500, "InternalFailure", $"The local cloud has a fault: {error.GetType().Name}: {error.Message}"),
        };

    /// <summary>The service's own code for a sender who isn't known.</summary>
    protected abstract ApiFault Fault(AuthenticationFault fault, string message);

    /// <summary>The service's own code and status for what it refuses.</summary>
    protected abstract ApiFault Fault(CloudException error);
}
