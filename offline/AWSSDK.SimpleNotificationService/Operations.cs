using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;
using MlopsBatch.Offline;

namespace Amazon.SimpleNotificationService;

/// <summary>The requests and answers on the wire.</summary>
internal static class Operations
{
    public static readonly QueryOperation<PublishRequest, PublishResponse> Publish = new(
        "AmazonSimpleNotificationService",
        "2010-03-31",
        "Publish",
        WritePublish,
        (response, element, document) =>
        {
            if (element == "MessageId")
            {
                response.MessageId = document.ReadText();
            }
        },
        Failure
    );

    private static void WritePublish(PublishRequest request, ParameterCollection form)
    {
        Add(form, "TopicArn", request.TopicArn);
        Add(form, "Subject", request.Subject);
        Add(form, "Message", request.Message);
        Add(form, "MessageStructure", request.MessageStructure);
        var index = 0;
        foreach (var (name, value) in request.MessageAttributes ?? [])
        {
            var entry = $"MessageAttributes.entry.{++index}";
            form.Add($"{entry}.Name", name);
            Add(form, $"{entry}.Value.DataType", value.DataType);
            Add(form, $"{entry}.Value.StringValue", value.StringValue);
        }
    }

    private static void Add(ParameterCollection form, string name, string? value)
    {
        if (value is not null)
        {
            form.Add(name, value);
        }
    }

    private static AmazonServiceException Failure(ErrorResponse error, Exception? inner, HttpStatusCode status) =>
        error.Code switch
        {
            "NotFound" => new NotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "AuthorizationError" => new AuthorizationErrorException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidParameter" => new InvalidParameterException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSAccessDenied" => new KMSAccessDeniedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSThrottling" => new KMSThrottlingException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InternalError" => new InternalErrorException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "EndpointDisabled" => new EndpointDisabledException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ParameterValueInvalid" => new InvalidParameterValueException(
                error.Message,
                inner,
                error.Type,
                error.Code,
                error.RequestId,
                status
            ),
            "InvalidSecurity" => new InvalidSecurityException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSDisabled" => new KMSDisabledException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSInvalidState" => new KMSInvalidStateException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSNotFound" => new KMSNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSOptInRequired" => new KMSOptInRequiredException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "PlatformApplicationDisabled" => new PlatformApplicationDisabledException(
                error.Message,
                inner,
                error.Type,
                error.Code,
                error.RequestId,
                status
            ),
            "ValidationException" => new ValidationException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            _ => new AmazonSimpleNotificationServiceException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        };
}
