using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlopsBatch.Offline.Tests.Http;

namespace MlopsBatch.Offline.Tests.Aws;

/// <summary>Recomputes a request's signature from the published steps
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), without any code of the SDK.</summary>
public static class SignatureCheck
{
    public const string AccessKey = "AKIDEXAMPLE",
        SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /// <summary>Null if the signature is right, else what is wrong with it.</summary>
    public static string? Fault(RecordedRequest request, string region, string service)
    {
        if (!request.Headers.TryGetValue("authorization", out var authorization))
        {
            return "there is no Authorization header";
        }

        var parts = authorization
            .Replace("AWS4-HMAC-SHA256 ", "")
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[1]);
        var time = request.Headers["x-amz-date"];
        var scope = $"{time[..8]}/{region}/{service}/aws4_request";
        if (parts["Credential"] != $"{AccessKey}/{scope}")
        {
            return $"the credential is {parts["Credential"]}, not of {scope}";
        }

        var signed = parts["SignedHeaders"].Split(';');
        foreach (var needed in new[] { "host", "x-amz-date" })
        {
            if (!signed.Contains(needed))
            {
                return $"{needed} isn't signed";
            }
        }
        var age =
            DateTime.UtcNow
            - DateTime.ParseExact(
                time,
                "yyyyMMdd'T'HHmmss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
            );
        if (age.Duration() > TimeSpan.FromMinutes(5))
        {
            return $"it was signed at {time}";
        }

        var canonical = string.Join(
            '\n',
            [
                request.Method,
                request.Path,
                "",
                .. signed.Select(name => $"{name}:{request.Headers[name].Trim()}"),
                "",
                parts["SignedHeaders"],
                Hex(SHA256.HashData(request.Body)),
            ]
        );
        var toSign = string.Join('\n', "AWS4-HMAC-SHA256", time, scope, Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = scope
            .Split('/')
            .Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        var expected = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return parts["Signature"] == expected ? null : $"the signature is {parts["Signature"]}, the request gives {expected}";
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
