namespace MlopsBatch.LocalCloud.Http.Signing;

/// <summary>What a signature says of itself: <c>AKID/20260101/eu-west-1/s3/aws4_request</c>.</summary>
internal sealed record CredentialScope(string AccessKeyId, string Date, string Region, string Service)
{
    private const string Terminator = "aws4_request";

    /// <summary>The part that is signed.</summary>
    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";

    public static CredentialScope Parse(string credential) =>
        credential.Split('/') is [var key, var date, var region, var service, Terminator]
            ? new CredentialScope(key, date, region, service)
            : throw new AuthenticationException(
                AuthenticationFault.Incomplete,
                $"Credential must have the form <access key>/YYYYMMDD/<region>/<service>/{Terminator}, got '{credential}'."
            );
}
