using Microsoft.AspNetCore.Http;
using MlopsBatch.LocalCloud.Http.Events;
using MlopsBatch.LocalCloud.Http.Lambda;
using MlopsBatch.LocalCloud.Http.Protocols;
using MlopsBatch.LocalCloud.Http.S3;
using MlopsBatch.LocalCloud.Http.SageMaker;
using MlopsBatch.LocalCloud.Http.Secrets;
using MlopsBatch.LocalCloud.Http.Signing;
using MlopsBatch.LocalCloud.Http.Sns;
using MlopsBatch.LocalCloud.Http.Sqs;
using MlopsBatch.LocalCloud.Http.Sts;

namespace MlopsBatch.LocalCloud.Http;

/// <summary>Finds the service that a request is for and its sender, and answers in the service's protocol whatever happens.</summary>
internal sealed class ServiceRouter
{
    /// <summary>Signed for one region wherever they are used.</summary>
    private static readonly string[] GlobalServices = ["sts", "iam"];

    private readonly Cloud _cloud;
    private readonly TimeProvider _time;
    private readonly SignatureVerifier _verifier;
    private readonly Dictionary<string, ServiceApi> _services;

    public ServiceRouter(Cloud cloud, AccessKeys keys, TimeProvider time)
    {
        _cloud = cloud;
        _time = time;
        _verifier = new SignatureVerifier(keys, time);
        ServiceApi[] services =
        [
            new S3Api(cloud),
            new SageMakerApi(),
            new StsApi(keys),
            new EventBridgeApi(),
            new SnsApi(),
            new SqsApi(),
            new SecretsApi(),
            new LambdaApi(),
        ];
        _services = services.ToDictionary(api => api.Service, StringComparer.Ordinal);
    }

    public async Task AnswerAsync(HttpContext http)
    {
        http.TraceIdentifier = _cloud.Ids.NextGuid("request").ToString();
        http.Response.Headers["x-amzn-RequestId"] = http.TraceIdentifier;
        if (http.Request.Headers.Expect.Count > 0)
        {
            // Its client waits to be asked for the body. Whoever gets the final answer first (an empty body, a refusal) has a
            // connection in doubt (RFC 9110, 10.1.1), and botocore misreads the next answer on it.
            http.Response.Headers.Connection = "close";
        }
        var target = RequestTarget.Of(http);
        var api = Unsigned(http.Request);
        try
        {
            var signature = RequestSignature.Read(http.Request.Headers, target.Query);
            if (signature is null)
            {
                throw new AuthenticationException(AuthenticationFault.Missing, "Request is missing Authentication Token");
            }
            api = Service(signature.Credential);
            await using var body = BodyBuffer.Open(_cloud, http.Request);
            var key = await _verifier.VerifyAsync(http.Request, target, signature, body);
            body.Position = 0;
            var call = new ServiceCall
            {
                Http = http,
                Target = target,
                Body = body,
                Key = key,
                Time = _time,
                Account = _cloud.Account(key.AccountId).As(key.Principal),
            };
            await api.AnswerAsync(call);
        }
        catch (Exception error) when (!http.RequestAborted.IsCancellationRequested)
        {
            if (http.Response.HasStarted)
            {
                // Half an answer must not look like a whole one.
                http.Abort();
                return;
            }
            await api.FailAsync(http, error);
        }
        catch (Exception)
        {
            // Nobody is there to be answered.
        }
    }

    private ServiceApi Service(CredentialScope scope)
    {
        if (!_services.TryGetValue(scope.Service, out var api))
        {
            throw new CloudException(
                "UnknownService",
                $"The local cloud has no service '{scope.Service}'; it has {NameList.Of(_services.Keys)}."
            );
        }
        if (scope.Region != _cloud.Options.Region && !GlobalServices.Contains(scope.Service))
        {
            throw new AuthenticationException(
                AuthenticationFault.SignatureMismatch,
                $"Credential should be scoped to a valid region, not '{scope.Region}'; this cloud is {_cloud.Options.Region}."
            );
        }
        return api;
    }

    /// <summary>The service that an unsigned request looks like, so that it is refused in the right protocol.</summary>
    private ServiceApi Unsigned(HttpRequest request)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        return _services.Values.FirstOrDefault(api => api.IsTarget(target))
            ?? (
                request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) == true
                    ? _services["sts"]
                    : _services["s3"]
            );
    }
}
