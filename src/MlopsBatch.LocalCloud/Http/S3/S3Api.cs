using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using MlopsBatch.LocalCloud.Http.Protocols;
using MlopsBatch.LocalCloud.Http.Signing;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>S3 over REST and XML: which operation a request is, and S3's errors.</summary>
internal sealed class S3Api(Cloud cloud) : ServiceApi
{
    private readonly BucketOperations _buckets = new(cloud);
    private readonly MultipartOperations _uploads = new(cloud);

    /// <inheritdoc/>
    public override string Service => "s3";

    /// <inheritdoc/>
    public override Task AnswerAsync(ServiceCall call)
    {
        var (bucketName, key) = S3Address.Parse(call.Request.Host.Host, call.Target.Path);
        var method = call.Request.Method;
        if (bucketName.Length == 0)
        {
            if (method != "GET")
            {
                throw Unknown(call);
            }
            call.Authorize("s3:ListAllMyBuckets", "*", call.Account.Id);
            return _buckets.ListAllAsync(call);
        }
        if (key.Length == 0)
        {
            return Bucket(call, method, bucketName);
        }
        var bucket = call.Account.S3.Bucket(bucketName);
        var query = call.Target.Query;
        if (ObjectAction(method, query) is { } action)
        {
            call.Authorize(action, $"{bucket.Arn}/{key}", bucket.Owner, bucket.Policy);
        }
        return (method, query.Has("uploads"), query.Find("uploadId")) switch
        {
            ("POST", true, null) => _uploads.BeginAsync(call, bucket, key),
            ("POST", false, { } id) => _uploads.CompleteAsync(call, bucket, key, id),
            ("PUT", false, { } id) => _uploads.PutPartAsync(call, bucket, key, id),
            ("GET", false, { } id) => _uploads.ListPartsAsync(call, bucket, key, id),
            ("DELETE", false, { } id) => _uploads.Abort(call, bucket, key, id),
            ("GET", false, null) when query.Has("tagging") => ObjectOperations.TagsAsync(call, bucket, key),
            ("GET" or "HEAD", false, null) when !IsSubresource(query) => ObjectOperations.GetAsync(call, bucket, key),
            ("PUT", false, null) when !IsSubresource(query) => call.Request.Headers.ContainsKey("x-amz-copy-source")
                ? ObjectOperations.CopyAsync(call, bucket, key)
                : ObjectOperations.Put(call, bucket, key),
            ("DELETE", false, null) when !IsSubresource(query) => ObjectOperations.Delete(call, bucket, key),
            _ => throw Unknown(call),
        };
    }

    /// <inheritdoc/>
    protected override Task FailAsync(HttpContext http, ApiFault fault)
    {
        if (http.Request.Method == "HEAD")
        {
            http.Response.StatusCode = fault.Status;
            return Task.CompletedTask;
        }
        var body = new XElement(
            "Error",
            new XElement("Code", fault.Code),
            new XElement("Message", fault.Message),
            new XElement("Resource", http.Request.Path.Value),
            new XElement("RequestId", http.TraceIdentifier)
        );
        return S3Xml.WriteAsync(http, fault.Status, body, named: false);
    }

    /// <inheritdoc/>
    protected override ApiFault Fault(AuthenticationFault fault, string message) =>
        fault switch
        {
            AuthenticationFault.Missing => new(403, "AccessDenied", "Access Denied: the request is not signed."),
            AuthenticationFault.Incomplete => new(400, "AuthorizationHeaderMalformed", message),
            AuthenticationFault.Unsupported => new(400, "InvalidRequest", message),
            AuthenticationFault.UnknownKey => new(403, "InvalidAccessKeyId", message),
            AuthenticationFault.ExpiredToken => new(400, "ExpiredToken", message),
            AuthenticationFault.Expired => new(403, "RequestTimeTooSkewed", message),
            AuthenticationFault.BodyMismatch => new(400, "XAmzContentSHA256Mismatch", message),
            _ => new(403, "SignatureDoesNotMatch", message),
        };

    /// <inheritdoc/>
    protected override ApiFault Fault(CloudException error)
    {
        var status = error.Code switch
        {
            "AccessDenied" => 403,
            "NoSuchBucket" or "NoSuchKey" or "NoSuchVersion" or "NoSuchUpload" => 404,
            "MethodNotAllowed" => 405,
            "BucketAlreadyExists" or "BucketAlreadyOwnedByYou" or "BucketNotEmpty" => 409,
            "InvalidRange" => 416,
            "NotImplemented" => 501,
            "StorageUnavailable" => 500,
            _ => 400,
        };
        return new ApiFault(status, status == 500 ? "InternalError" : error.Code, error.Message);
    }

    private Task Bucket(ServiceCall call, string method, string name)
    {
        var query = call.Target.Query;
        if (method == "PUT" && !IsSubresource(query))
        {
            return _buckets.Create(call, name);
        }
        var bucket = call.Account.S3.Bucket(name);
        if (BucketAction(method, query) is { } action)
        {
            call.Authorize(action, bucket.Arn, bucket.Owner, bucket.Policy);
        }
        return method switch
        {
            "HEAD" => _buckets.Head(call),
            "GET" when query.Has("location") => _buckets.LocationAsync(call),
            "GET" when query.Has("versioning") => BucketOperations.VersioningAsync(call, bucket),
            "GET" when query.Has("uploads") => _uploads.ListAsync(call, bucket),
            "GET" when !IsSubresource(query) => BucketOperations.ListAsync(call, bucket),
            "POST" when query.Has("delete") => BucketOperations.DeleteObjectsAsync(call, bucket),
            _ => throw Unknown(call),
        };
    }

    /// <summary>What the bucket itself doesn't ask about.</summary>
    private static string? BucketAction(string method, RawQuery query) =>
        method == "HEAD" ? "s3:ListBucket"
        : method != "GET" ? null
        : query.Has("location") ? "s3:GetBucketLocation"
        : query.Has("versioning") ? "s3:GetBucketVersioning"
        : query.Has("uploads") ? "s3:ListBucketMultipartUploads"
        : null;

    /// <inheritdoc cref="BucketAction"/>
    private static string? ObjectAction(string method, RawQuery query) =>
        (method, query.Has("uploads"), query.Has("uploadId"), query.Has("tagging")) switch
        {
            ("POST", true, _, _) or ("PUT", _, true, _) or ("POST", _, true, _) => "s3:PutObject",
            ("DELETE", _, true, _) => "s3:AbortMultipartUpload",
            ("GET", _, true, _) => "s3:ListMultipartUploadParts",
            ("GET", _, _, true) => "s3:GetObjectTagging",
            _ => null,
        };

    private static bool IsSubresource(RawQuery query) => Subresources.Any(query.Has);

    private static CloudException Unknown(ServiceCall call) =>
        new(
            "NotImplemented",
            $"The local cloud's S3 has no operation for {call.Request.Method} {call.Request.Path}{call.Request.QueryString}."
        );

    private static readonly string[] Subresources =
    [
        "accelerate",
        "acl",
        "analytics",
        "attributes",
        "cors",
        "encryption",
        "intelligent-tiering",
        "inventory",
        "legal-hold",
        "lifecycle",
        "logging",
        "metrics",
        "notification",
        "object-lock",
        "ownershipControls",
        "policy",
        "policyStatus",
        "publicAccessBlock",
        "replication",
        "requestPayment",
        "restore",
        "retention",
        "select",
        "tagging",
        "torrent",
        "versions",
        "website",
    ];
}
