using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace MlopsBatch.Offline;

/// <summary>One operation of the AWS JSON 1.1 protocol
/// (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).</summary>
/// <param name="service">Name of the service in the SDK's logs.</param>
/// <param name="version">API version, as <c>2017-07-24</c>.</param>
/// <param name="target">Value of the header <c>X-Amz-Target</c>.</param>
/// <param name="write">Writes the members of a request into its JSON object.</param>
/// <param name="read">Makes the response of the answer's JSON object; null for an operation without output: its answer has
/// no body.</param>
/// <param name="failure">Makes exceptions of error codes.</param>
internal sealed class JsonOperation<TRequest, TResponse>(
    string service,
    string version,
    string target,
    Action<TRequest, Utf8JsonWriter> write,
    Func<JsonElement, TResponse>? read,
    FailureFactory failure
) : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            write((TRequest)input, json);
            json.WriteEndObject();
        }
        var request = new DefaultRequest(input, service)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = body.ToArray(),
        };
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Target"] = target;
        request.Headers[HeaderKeys.XAmzApiVersion] = version;
        return request;
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        if (read is null)
        {
            return new TResponse();
        }

        using var document = JsonDocument.Parse(input.Stream);
        return read(document.RootElement);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode
    )
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return failure(error, innerException, statusCode);
    }
}
