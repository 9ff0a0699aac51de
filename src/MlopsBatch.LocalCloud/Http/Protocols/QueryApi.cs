using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using MlopsBatch.LocalCloud.Http.Signing;

namespace MlopsBatch.LocalCloud.Http.Protocols;

/// <summary>A service that speaks AWS Query: the operation and its members are a form, the answer is XML.</summary>
/// <param name="xmlNamespace">The answers' namespace.</param>
internal abstract class QueryApi(string xmlNamespace) : ServiceApi
{
    private readonly Dictionary<string, Func<ServiceCall, QueryForm, Task<IEnumerable<XElement>>>> _operations = new(
        StringComparer.Ordinal
    );
    private readonly XNamespace _namespace = xmlNamespace;

    /// <inheritdoc/>
    public override async Task AnswerAsync(ServiceCall call)
    {
        var form = await QueryForm.ReadAsync(call);
        var action = form.Find("Action") ?? "";
        if (!_operations.TryGetValue(action, out var operation))
        {
            throw new CloudException(
                "InvalidAction",
                $"The local cloud's {Service} has no operation '{action}'; it has {NameList.Of(_operations.Keys)}."
            );
        }
        var result = await operation(call, form);
        await WriteAsync(
            call.Http,
            200,
            new XElement(
                action + "Response",
                new XElement(action + "Result", result),
                new XElement("ResponseMetadata", new XElement("RequestId", call.Http.TraceIdentifier))
            )
        );
    }

    /// <inheritdoc/>
    protected override Task FailAsync(HttpContext http, ApiFault fault) =>
        WriteAsync(
            http,
            fault.Status,
            new XElement(
                "ErrorResponse",
                new XElement(
                    "Error",
                    new XElement("Type", fault.IsSenders ? "Sender" : "Receiver"),
                    new XElement("Code", fault.Code),
                    new XElement("Message", fault.Message)
                ),
                new XElement("RequestId", http.TraceIdentifier)
            )
        );

    protected void Add(string name, Func<ServiceCall, QueryForm, IEnumerable<XElement>> operation) =>
        _operations.Add(name, (call, form) => Task.FromResult(operation(call, form)));

    protected void Add(string name, Func<ServiceCall, QueryForm, Task<IEnumerable<XElement>>> operation) =>
        _operations.Add(name, operation);

    /// <inheritdoc/>
    protected override ApiFault Fault(AuthenticationFault fault, string message) =>
        fault switch
        {
            AuthenticationFault.Missing => new(403, "MissingAuthenticationToken", message),
            AuthenticationFault.Incomplete or AuthenticationFault.Unsupported => new(400, "IncompleteSignature", message),
            AuthenticationFault.UnknownKey => new(403, "InvalidClientTokenId", message),
            AuthenticationFault.ExpiredToken => new(403, "ExpiredToken", message),
            _ => new(403, "SignatureDoesNotMatch", message),
        };

    /// <inheritdoc/>
    protected override ApiFault Fault(CloudException error) =>
        error.Code switch
        {
            "AccessDenied" => new(403, "AccessDenied", error.Message),
            "ValidationException" => new(400, "ValidationError", error.Message),
            "StorageUnavailable" => new(500, "InternalFailure", error.Message),
            _ => new(400, error.Code, error.Message),
        };

    private async Task WriteAsync(HttpContext http, int status, XElement body)
    {
        foreach (var element in body.DescendantsAndSelf())
        {
            element.Name = _namespace + element.Name.LocalName;
        }
        var bytes = Encoding.UTF8.GetBytes(body.ToString(SaveOptions.DisableFormatting));
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/xml";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }
}
