using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>An error that Amazon EventBridge answered; <see cref="AmazonServiceException.ErrorCode"/> says which.</summary>
public class AmazonEventBridgeException : AmazonServiceException
{
    public AmazonEventBridgeException(string message)
        : base(message) { }

    public AmazonEventBridgeException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
