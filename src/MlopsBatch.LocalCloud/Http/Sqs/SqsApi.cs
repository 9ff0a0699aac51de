using Microsoft.AspNetCore.Http;
using MlopsBatch.LocalCloud.Http.Protocols;
using MlopsBatch.LocalCloud.Http.Signing;

namespace MlopsBatch.LocalCloud.Http.Sqs;

/// <summary>SQS: AWS JSON for clients since 2023, Query for older ones, such as Debian's.</summary>
internal sealed class SqsApi : ServiceApi
{
    private readonly SqsJsonApi _json = new();
    private readonly SqsQueryApi _query = new();

    /// <inheritdoc/>
    public override string Service => "sqs";

    /// <inheritdoc/>
    public override bool IsTarget(string target) => _json.IsTarget(target);

    /// <inheritdoc/>
    public override Task AnswerAsync(ServiceCall call) => Protocol(call.Http).AnswerAsync(call);

    /// <inheritdoc/>
    public override Task FailAsync(HttpContext http, Exception error) => Protocol(http).FailAsync(http, error);

    /// <inheritdoc/>
    protected override Task FailAsync(HttpContext http, ApiFault fault) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override ApiFault Fault(AuthenticationFault fault, string message) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override ApiFault Fault(CloudException error) => throw new NotSupportedException();

    private ServiceApi Protocol(HttpContext http) => http.Request.Headers.ContainsKey("X-Amz-Target") ? _json : _query;
}
