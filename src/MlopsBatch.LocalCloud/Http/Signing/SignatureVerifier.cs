using Microsoft.AspNetCore.Http;

namespace MlopsBatch.LocalCloud.Http.Signing;

/// <summary>Finds out who sends a request: its access key, if the signature was made with that key's secret.</summary>
/// <param name="keys">Whose keys are known.</param>
/// <param name="time">The clock of the clients, which sign with it; never a virtual one.</param>
internal sealed class SignatureVerifier(AccessKeys keys, TimeProvider time)
{
    /// <summary>How far the clocks may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    /// <param name="request">The request, before its body is read.</param>
    /// <param name="target">Path and query exactly as they were sent.</param>
    /// <param name="signature">Its signature.</param>
    /// <param name="body">The body is written here, unwrapped if it is chunked.</param>
    /// <exception cref="AuthenticationException">With the reason.</exception>
    public async Task<AccessKey> VerifyAsync(HttpRequest request, RequestTarget target, RequestSignature signature, Stream body)
    {
        var access = Key(signature);
        CheckTime(signature);
        var signing = new SigningKey(access.Secret, signature.Credential);
        var declared = DeclaredPayload(request, signature);
        if (declared is not null)
        {
            // What is declared is signed itself, so a wrong signature is found before a body is read.
            CheckSignature(request, target, signature, signing, declared);
        }
        var actual = await ReadBodyAsync(request, signature, signing, declared, body);
        if (declared is null)
        {
            CheckSignature(request, target, signature, signing, actual);
        }
        else if (declared.Length == 64 && declared != actual)
        {
            throw new AuthenticationException(
                AuthenticationFault.BodyMismatch,
                "The provided 'x-amz-content-sha256' header does not match what was computed."
            );
        }
        return access;
    }

    private AccessKey Key(RequestSignature signature)
    {
        var found = keys.Find(signature.Credential.AccessKeyId);
        if (found is null || found.SessionToken != signature.SessionToken)
        {
            throw new AuthenticationException(AuthenticationFault.UnknownKey, "The security token included in the request is invalid.");
        }
        return found.Expiration is { } end && end <= time.GetUtcNow()
            ? throw new AuthenticationException(AuthenticationFault.ExpiredToken, "The security token included in the request is expired.")
            : found;
    }

    private void CheckTime(RequestSignature signature)
    {
        var (now, signed) = (time.GetUtcNow(), signature.SignedAt);
        var last = signed + (signature.ValidFor ?? Skew);
        if (now < signed - Skew || now > last)
        {
            throw new AuthenticationException(
                AuthenticationFault.Expired,
                $"Signature not valid now: it was made at {signature.Timestamp} and holds until {last:yyyyMMdd'T'HHmmss'Z'}; "
                    + $"it is {now:yyyyMMdd'T'HHmmss'Z'}."
            );
        }
        if (!signature.Timestamp.StartsWith(signature.Credential.Date, StringComparison.Ordinal))
        {
            throw new AuthenticationException(
                AuthenticationFault.SignatureMismatch,
                $"The credential scope's date '{signature.Credential.Date}' is not the day of '{signature.Timestamp}'."
            );
        }
    }

    private static string? DeclaredPayload(HttpRequest request, RequestSignature signature)
    {
        var header = request.Headers["X-Amz-Content-Sha256"].ToString();
        if (header.Length > 0)
        {
            return header;
        }
        return signature.ValidFor is not null && signature.Credential.Service == "s3" ? "UNSIGNED-PAYLOAD" : null;
    }

    private static void CheckSignature(
        HttpRequest request,
        RequestTarget target,
        RequestSignature signature,
        SigningKey key,
        string payload
    )
    {
        var canonical = CanonicalRequest.Text(request.Method, target.Path, target.Query, request.Headers, signature, payload);
        var text = string.Join(
            '\n',
            RequestSignature.Algorithm,
            signature.Timestamp,
            signature.Credential.Scope,
            SigningKey.Hash(canonical)
        );
        if (!signature.SignedHeaders.Contains("host") || !key.Matches(text, signature.Signature))
        {
            throw new AuthenticationException(
                AuthenticationFault.SignatureMismatch,
                "The request signature we calculated does not match the signature you provided. "
                    + "Check your AWS Secret Access Key and signing method."
            );
        }
    }

    /// <returns>The body's SHA-256 in hexadecimal digits.</returns>
    private static async Task<string> ReadBodyAsync(
        HttpRequest request,
        RequestSignature signature,
        SigningKey key,
        string? declared,
        Stream body
    )
    {
        var cancelled = request.HttpContext.RequestAborted;
        if (declared?.StartsWith("STREAMING-", StringComparison.Ordinal) == true)
        {
            var signed = declared.StartsWith("STREAMING-" + RequestSignature.Algorithm, StringComparison.Ordinal);
            await new ChunkedBody(request.Body, signed ? key : null, signature).CopyToAsync(body, cancelled);
            return "";
        }
        using var hash = System.Security.Cryptography.SHA256.Create();
        await using (
            var hashing = new System.Security.Cryptography.CryptoStream(
                body,
                hash,
                System.Security.Cryptography.CryptoStreamMode.Write,
                leaveOpen: true
            )
        )
        {
            await request.Body.CopyToAsync(hashing, cancelled);
        }
        return Convert.ToHexStringLower(hash.Hash!);
    }
}
