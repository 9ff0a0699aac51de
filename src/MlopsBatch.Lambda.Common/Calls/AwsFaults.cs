using System.Net;
using Amazon.Runtime;
using MlopsBatch.Aws;

namespace MlopsBatch.Lambda.Common.Calls;

/// <summary>
/// Tells the faults of AWS calls apart by code and status, never by exception class alone: clients of different versions
/// throw different classes for the same answer.
/// Sources of the codes: https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html,
/// https://docs.aws.amazon.com/sns/latest/api/API_Publish.html, https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html
/// </summary>
public static class AwsFaults
{
    private static readonly string[] Expired =
    [
        "ExpiredToken",
        "ExpiredTokenException",
        "InvalidClientTokenId",
        "UnrecognizedClientException",
        "RequestExpired",
        "InvalidAccessKeyId",
        "TokenRefreshRequired",
    ];

    private static readonly string[] Missing =
    [
        "NotFound",
        "NotFoundException",
        "ResourceNotFound",
        "ResourceNotFoundException",
        "NoSuchKey",
        "NoSuchBucket",
        "NoSuchVersion",
    ];

    /// <summary>Whether no answer of the service came, or one that is no answer of it.</summary>
    /// <remarks>The clients let the faults of HTTP, of a cut body and of a body that is no XML through as they are.</remarks>
    public static bool IsUnreachable(Exception fault) =>
        (TransportFaults.Includes(fault) || fault is AmazonClientException)
        && fault is not AmazonServiceException { StatusCode: not default(HttpStatusCode) };

    /// <summary>The kind of a fault that a client threw; null for one that is none of AWS's.</summary>
    public static AwsFaultKind? KindOf(Exception fault) =>
        fault switch
        {
            AmazonServiceException { StatusCode: not default(HttpStatusCode) } answer => KindOf(answer.ErrorCode, answer.StatusCode),
            AmazonServiceException { ErrorCode.Length: > 0 } answer => KindOf(answer.ErrorCode, answer.StatusCode),
            // Nothing but the class tells: a modelled fault without its code.
            AmazonServiceException answer when answer.GetType().Name.EndsWith("FoundException", StringComparison.Ordinal) =>
                AwsFaultKind.NotFound,
            OperationCanceledException => AwsFaultKind.TimedOut,
            _ when IsUnreachable(fault) => AwsFaultKind.Unreachable,
            _ => null,
        };

    private static AwsFaultKind KindOf(string? code, HttpStatusCode status) =>
        code switch
        {
            not null when code.Contains("Throttl", StringComparison.OrdinalIgnoreCase) => AwsFaultKind.Throttled,
            "TooManyRequestsException" or "RequestLimitExceeded" or "SlowDown" => AwsFaultKind.Throttled,
            not null when Expired.Contains(code, StringComparer.Ordinal) => AwsFaultKind.Credentials,
            not null when Missing.Contains(code, StringComparer.Ordinal) => AwsFaultKind.NotFound,
            not null
                when code.Contains("AccessDenied", StringComparison.Ordinal) || code.Contains("Authorization", StringComparison.Ordinal) =>
                AwsFaultKind.Denied,
            _ when status == HttpStatusCode.TooManyRequests => AwsFaultKind.Throttled,
            _ when (int)status >= 500 => AwsFaultKind.Unavailable,
            _ => AwsFaultKind.Refused,
        };
}
