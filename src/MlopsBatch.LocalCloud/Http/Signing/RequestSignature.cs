using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MlopsBatch.LocalCloud.Http.Signing;

/// <summary>
/// The signature that a request carries, in its Authorization header or in its query (presigned).
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
internal sealed record RequestSignature
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string SignatureParameter = "X-Amz-Signature";

    public required CredentialScope Credential { get; init; }

    /// <summary>Lower-case names, in the order in which they were signed.</summary>
    public required IReadOnlyList<string> SignedHeaders { get; init; }

    /// <summary>Hexadecimal digits.</summary>
    public required string Signature { get; init; }

    /// <summary>When it was signed, <c>yyyyMMddTHHmmssZ</c>.</summary>
    public required string Timestamp { get; init; }

    /// <summary>The token of temporary keys, or null.</summary>
    public string? SessionToken { get; init; }

    /// <summary>For how long a presigned address holds; null for a signed header.</summary>
    public TimeSpan? ValidFor { get; init; }

    public DateTimeOffset SignedAt =>
        DateTimeOffset.TryParseExact(
            Timestamp,
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : throw new AuthenticationException(
                AuthenticationFault.Incomplete,
                $"X-Amz-Date must have the form YYYYMMDDTHHMMSSZ, got '{Timestamp}'."
            );

    /// <summary>The signature, or null if the request has none.</summary>
    /// <exception cref="AuthenticationException">Incomplete.</exception>
    public static RequestSignature? Read(IHeaderDictionary headers, RawQuery query)
    {
        var header = headers.Authorization.ToString();
        if (header.Length > 0)
        {
            return FromHeader(header, headers);
        }
        // Addresses presigned with version 2 name their key so.
        return query.Has("AWSAccessKeyId") ? throw Unsupported()
            : query.Has(SignatureParameter) ? FromQuery(query)
            : null;
    }

    private static RequestSignature FromHeader(string header, IHeaderDictionary headers)
    {
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            throw Unsupported();
        }
        var parts = header[Algorithm.Length..]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        string Part(string name) => parts[name].FirstOrDefault() ?? throw Incomplete($"the Authorization header has no '{name}'");
        return new RequestSignature
        {
            Credential = CredentialScope.Parse(Part("Credential")),
            SignedHeaders = Part("SignedHeaders").Split(';'),
            Signature = Part("Signature"),
            Timestamp = headers["X-Amz-Date"].ToString(),
            SessionToken = headers["X-Amz-Security-Token"].FirstOrDefault(),
        };
    }

    private static RequestSignature FromQuery(RawQuery query)
    {
        string Part(string name) => query.Find(name) ?? throw Incomplete($"the query has no '{name}'");
        if (Part("X-Amz-Algorithm") != Algorithm)
        {
            throw Unsupported();
        }
        var expires = Part("X-Amz-Expires");
        if (!int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > 604800)
        {
            throw Incomplete($"X-Amz-Expires must be 1 to 604800 seconds, got '{expires}'");
        }
        return new RequestSignature
        {
            Credential = CredentialScope.Parse(Part("X-Amz-Credential")),
            SignedHeaders = Part("X-Amz-SignedHeaders").Split(';'),
            Signature = Part(SignatureParameter),
            Timestamp = Part("X-Amz-Date"),
            SessionToken = query.Find("X-Amz-Security-Token"),
            ValidFor = TimeSpan.FromSeconds(seconds),
        };
    }

    private static AuthenticationException Unsupported() =>
        new(AuthenticationFault.Unsupported, $"The authorization mechanism you have provided is not supported. Please use {Algorithm}.");

    private static AuthenticationException Incomplete(string what) =>
        new(AuthenticationFault.Incomplete, $"The request's signature is incomplete: {what}.");
}
