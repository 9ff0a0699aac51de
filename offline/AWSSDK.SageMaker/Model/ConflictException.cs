using System.Net;
using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>The object was changed at the same time, or an idempotency token was used for another request.</summary>
public class ConflictException : AmazonSageMakerException
{
    public ConflictException(string message)
        : base(message) { }

    public ConflictException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
