using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MlopsBatch.LocalCloud.Http.Signing;

namespace MlopsBatch.LocalCloud.Http.Protocols;

/// <summary>A service that speaks AWS JSON: the operation stands in X-Amz-Target, its members in the body.</summary>
/// <param name="version">1.0 or 1.1.</param>
internal abstract class JsonApi(string version) : ServiceApi
{
    private readonly Dictionary<string, Func<ServiceCall, JsonObject, Task<JsonObject>>> _operations = new(StringComparer.Ordinal);

    /// <summary>What stands before the operation in X-Amz-Target, for example <c>SageMaker</c>.</summary>
    protected abstract string TargetPrefix { get; }

    /// <inheritdoc/>
    public override bool IsTarget(string target) => target.StartsWith(TargetPrefix + ".", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override async Task AnswerAsync(ServiceCall call)
    {
        var target = call.Request.Headers["X-Amz-Target"].ToString();
        var name = IsTarget(target) ? target[(TargetPrefix.Length + 1)..] : target;
        if (!_operations.TryGetValue(name, out var operation))
        {
            throw new CloudException(
                "UnknownOperationException",
                $"The local cloud's {Service} has no operation '{name}'; it has {NameList.Of(_operations.Keys)}."
            );
        }
        var output = await operation(call, await InputAsync(call, name));
        await WriteAsync(call.Http, 200, Output(name, output));
    }

    /// <inheritdoc/>
    protected override Task FailAsync(HttpContext http, ApiFault fault)
    {
        http.Response.Headers["x-amzn-ErrorType"] = fault.Code;
        return WriteAsync(http, fault.Status, new JsonObject { ["__type"] = fault.Code, ["message"] = fault.Message });
    }

    protected void Add(string name, Func<ServiceCall, JsonObject, JsonObject> operation) =>
        _operations.Add(name, (call, input) => Task.FromResult(operation(call, input)));

    protected void Add(string name, Func<ServiceCall, JsonObject, Task<JsonObject>> operation) => _operations.Add(name, operation);

    /// <summary>Checks an operation's input.</summary>
    /// <exception cref="CloudException">ValidationException.</exception>
    protected virtual void Check(string operation, JsonObject input) { }

    /// <summary>Gives an operation's output the form that goes over the wire.</summary>
    protected virtual JsonObject Output(string operation, JsonObject output) => output;

    /// <inheritdoc/>
    protected override ApiFault Fault(AuthenticationFault fault, string message) =>
        fault switch
        {
            AuthenticationFault.Missing => new(400, "MissingAuthenticationTokenException", message),
            AuthenticationFault.Incomplete or AuthenticationFault.Unsupported => new(400, "IncompleteSignatureException", message),
            AuthenticationFault.UnknownKey => new(400, "UnrecognizedClientException", message),
            AuthenticationFault.ExpiredToken => new(400, "ExpiredTokenException", message),
            _ => new(400, "InvalidSignatureException", message),
        };

    /// <inheritdoc/>
    protected override ApiFault Fault(CloudException error) =>
        error.Code switch
        {
            "AccessDenied" => new(400, "AccessDeniedException", error.Message),
            "StorageUnavailable" => new(500, "InternalFailure", error.Message),
            _ => new(400, error.Code, error.Message),
        };

    private async Task<JsonObject> InputAsync(ServiceCall call, string name)
    {
        using var reader = new StreamReader(call.Body, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync();
        JsonObject? input;
        try
        {
            input = text.Length == 0 ? [] : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            input = null;
        }
        Check(name, input ?? throw new CloudException("SerializationException", "The body is no JSON object."));
        return input;
    }

    private async Task WriteAsync(HttpContext http, int status, JsonObject body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = $"application/x-amz-json-{version}";
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }
}
