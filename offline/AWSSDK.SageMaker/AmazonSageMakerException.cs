using System.Net;
using Amazon.Runtime;

namespace Amazon.SageMaker;

/// <summary>An error that Amazon SageMaker AI answered; <see cref="AmazonServiceException.ErrorCode"/> says which.</summary>
public class AmazonSageMakerException : AmazonServiceException
{
    public AmazonSageMakerException(string message)
        : base(message) { }

    public AmazonSageMakerException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
