using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The key of the topic is used too often at the moment.</summary>
public class KMSThrottlingException : AmazonSimpleNotificationServiceException
{
    public KMSThrottlingException(string message)
        : base(message) { }

    public KMSThrottlingException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
