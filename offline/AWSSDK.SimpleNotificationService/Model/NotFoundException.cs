using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>There is no such topic.</summary>
public class NotFoundException : AmazonSimpleNotificationServiceException
{
    public NotFoundException(string message)
        : base(message) { }

    public NotFoundException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
