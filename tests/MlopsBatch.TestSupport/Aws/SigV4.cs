using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;

namespace MlopsBatch.TestSupport.Aws;

/// <summary>Recomputes a request's signature from AWS's description of Signature Version 4.</summary>
/// <remarks>Source: IAM user guide, "Create a signed AWS API request".</remarks>
internal static partial class SigV4
{
    /// <summary>What is wrong with the signature; null if nothing.</summary>
    public static string? Fault(HttpRequest request, byte[] body, BasicAWSCredentials credentials)
    {
        var parts = Authorization().Match(request.Headers.Authorization.ToString());
        if (!parts.Success)
        {
            return "there is no signature";
        }

        var keys = credentials.GetCredentials();
        if (parts.Groups["key"].Value != keys.AccessKey)
        {
            return "another access key";
        }

        var scope = parts.Groups["scope"].Value;
        var signed = parts.Groups["headers"].Value;
        if (!signed.Split(';').Contains("host"))
        {
            return "the host is not signed";
        }

        var headers = string.Concat(
            signed
                .Split(';')
                .Select(name =>
                    $"{name}:{string.Join(' ', request.Headers[name].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))}\n"
                )
        );
        var query = string.Join('&', request.QueryString.Value!.TrimStart('?').Split('&').Order(StringComparer.Ordinal));
        var canonical = $"{request.Method}\n{request.Path}\n{query}\n{headers}\n{signed}\n{Hex(SHA256.HashData(body))}";
        var text = $"AWS4-HMAC-SHA256\n{request.Headers["X-Amz-Date"]}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope
            .Split('/')
            .Aggregate(Encoding.UTF8.GetBytes("AWS4" + keys.SecretKey), (k, part) => HMACSHA256.HashData(k, Encoding.UTF8.GetBytes(part)));
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))) == parts.Groups["signature"].Value
            ? null
            : "the signature is wrong";
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    [GeneratedRegex(
        "^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<scope>[^,]+), ?SignedHeaders=(?<headers>[^,]+), "
            + "?Signature=(?<signature>[0-9a-f]{64})$"
    )]
    private static partial Regex Authorization();
}
