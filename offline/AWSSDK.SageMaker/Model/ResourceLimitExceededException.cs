using System.Net;
using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>A quota of the account is used up.</summary>
public class ResourceLimitExceededException : AmazonSageMakerException
{
    public ResourceLimitExceededException(string message)
        : base(message) { }

    public ResourceLimitExceededException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
