using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace MlopsBatch.Offline;

/// <summary>One operation of the AWS Query protocol: form parameters out, XML in
/// (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html).</summary>
/// <param name="service">Name of the service in the SDK's logs.</param>
/// <param name="version">API version, as <c>2010-03-31</c>.</param>
/// <param name="action">Name of the operation.</param>
/// <param name="write">Sets the parameters of a request.</param>
/// <param name="read">Takes one element of the answer: its name and the document, of which it may read the text.</param>
/// <param name="failure">Makes exceptions of error codes.</param>
internal sealed class QueryOperation<TRequest, TResponse>(
    string service,
    string version,
    string action,
    Action<TRequest, ParameterCollection> write,
    Action<TResponse, string, XmlUnmarshallerContext> read,
    FailureFactory failure
) : XmlResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
        request.ParameterCollection.Add("Action", action);
        request.ParameterCollection.Add("Version", version);
        write((TRequest)input, request.ParameterCollection);
        return request;
    }

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var response = new TResponse();
        while (input.Read())
        {
            if (!input.IsStartElement)
            {
                continue;
            }

            if (input.CurrentElementName == "RequestId")
            {
                response.ResponseMetadata = new ResponseMetadata { RequestId = input.ReadText() };
            }
            else
            {
                read(response, input.CurrentElementName, input);
            }
        }
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode
    )
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return failure(error, innerException, statusCode);
    }
}
