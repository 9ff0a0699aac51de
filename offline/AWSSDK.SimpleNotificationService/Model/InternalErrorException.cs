using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The service failed; the request may be sent again.</summary>
public class InternalErrorException : AmazonSimpleNotificationServiceException
{
    public InternalErrorException(string message)
        : base(message) { }

    public InternalErrorException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
