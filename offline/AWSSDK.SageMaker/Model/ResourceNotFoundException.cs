using System.Net;
using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>There is no such pipeline, execution or model package.</summary>
public class ResourceNotFoundException : AmazonSageMakerException
{
    public ResourceNotFoundException(string message)
        : base(message) { }

    public ResourceNotFoundException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
