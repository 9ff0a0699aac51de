using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MlopsBatch.LocalCloud.Http.Protocols;
using MlopsBatch.LocalCloud.Http.Signing;
using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.LocalCloud.Http.Lambda;

/// <summary>
/// Lambda over REST and JSON: Invoke, at once or later, and ListFunctions.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
/// </summary>
internal sealed class LambdaApi : ServiceApi
{
    private const string Root = "/2015-03-31/functions";
    private const string Invocations = "/invocations";

    /// <inheritdoc/>
    public override string Service => "lambda";

    /// <inheritdoc/>
    public override Task AnswerAsync(ServiceCall call)
    {
        var path = call.Target.Path;
        var isInvoke = path.StartsWith(Root + "/", StringComparison.Ordinal) && path.EndsWith(Invocations, StringComparison.Ordinal);
        return call.Request.Method switch
        {
            "POST" when isInvoke => InvokeAsync(call, UriCoding.Decode(path[(Root.Length + 1)..^Invocations.Length])),
            "GET" when path.TrimEnd('/') == Root => ListAsync(call),
            _ => throw new CloudException("UnknownOperationException", $"The local cloud's Lambda has no {call.Request.Method} {path}."),
        };
    }

    /// <inheritdoc/>
    protected override Task FailAsync(HttpContext http, ApiFault fault)
    {
        http.Response.Headers["x-amzn-ErrorType"] = fault.Code;
        return WriteAsync(
            http,
            fault.Status,
            new JsonObject { ["Type"] = fault.IsSenders ? "User" : "Service", ["Message"] = fault.Message }.ToJsonString()
        );
    }

    /// <inheritdoc/>
    protected override ApiFault Fault(AuthenticationFault fault, string message) =>
        fault switch
        {
            AuthenticationFault.Missing => new(403, "MissingAuthenticationTokenException", message),
            AuthenticationFault.UnknownKey => new(403, "UnrecognizedClientException", message),
            AuthenticationFault.ExpiredToken => new(403, "ExpiredTokenException", message),
            _ => new(403, "InvalidSignatureException", message),
        };

    /// <inheritdoc/>
    protected override ApiFault Fault(CloudException error) =>
        error.Code switch
        {
            "AccessDenied" => new(403, "AccessDeniedException", error.Message),
            "ResourceNotFoundException" or "UnknownOperationException" => new(404, error.Code, error.Message),
            _ => new(400, error.Code, error.Message),
        };

    private static async Task InvokeAsync(ServiceCall call, string function)
    {
        using var reader = new StreamReader(call.Body, Encoding.UTF8, leaveOpen: true);
        var payload = await reader.ReadToEndAsync();
        payload = payload.Length == 0 ? "{}" : payload;
        CheckJson(payload);
        var lambda = call.Owner(function).Service<LambdaService>();
        switch (call.Request.Headers["X-Amz-Invocation-Type"].ToString())
        {
            case "Event":
                lambda.InvokeLater(function, payload);
                call.Response.StatusCode = 202;
                break;
            case "" or "RequestResponse":
                var result = await lambda.InvokeAsync(function, payload, call.Http.RequestAborted);
                call.Response.Headers["X-Amz-Executed-Version"] = "$LATEST";
                if (result.FunctionError is { } error)
                {
                    call.Response.Headers["X-Amz-Function-Error"] = error;
                }
                await WriteAsync(call.Http, 200, result.Payload);
                break;
            case var other:
                throw new CloudException(
                    "InvalidParameterValueException",
                    $"InvocationType must be RequestResponse or Event, got '{other}'."
                );
        }
    }

    private static Task ListAsync(ServiceCall call) =>
        WriteAsync(
            call.Http,
            200,
            new JsonObject
            {
                ["Functions"] = new JsonArray([
                    .. call
                        .Account.Service<LambdaService>()
                        .ListFunctions()
                        .Select(function => new JsonObject
                        {
                            ["FunctionName"] = function.Name,
                            ["FunctionArn"] = function.Arn,
                            ["Role"] = function.Role,
                            ["Runtime"] = function.Runtime,
                            ["Handler"] = function.Handler,
                            ["Timeout"] = (int)function.Timeout.TotalSeconds,
                            ["MemorySize"] = function.MemorySize,
                            ["Version"] = "$LATEST",
                        }),
                ]),
            }.ToJsonString()
        );

    private static void CheckJson(string payload)
    {
        try
        {
            JsonNode.Parse(payload);
        }
        catch (System.Text.Json.JsonException error)
        {
            throw new CloudException("InvalidRequestContentException", $"Could not parse request body into json: {error.Message}", error);
        }
    }

    private static async Task WriteAsync(HttpContext http, int status, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }
}
