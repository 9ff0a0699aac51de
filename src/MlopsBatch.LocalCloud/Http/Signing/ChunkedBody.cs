using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MlopsBatch.LocalCloud.Http.Signing;

/// <summary>
/// Unwraps <c>aws-chunked</c> bodies: each chunk has its length, and its signature that continues the one before.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
/// </summary>
/// <param name="source">The body as it comes.</param>
/// <param name="key">What signs the chunks; null for unsigned chunks.</param>
/// <param name="signature">The request's own.</param>
internal sealed class ChunkedBody(Stream source, SigningKey? key, RequestSignature signature)
{
    private const int MaxLine = 8192;
    private const int MaxChunk = 128 << 20;

    private string _previous = signature.Signature;

    /// <exception cref="AuthenticationException">SignatureMismatch of a chunk, or a body that is cut off.</exception>
    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        while (true)
        {
            var head = (await LineAsync(cancellationToken)).Split(';');
            if (
                !int.TryParse(head[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length)
                || length is < 0 or > MaxChunk
            )
            {
                throw new AuthenticationException(AuthenticationFault.BodyMismatch, $"'{head[0]}' is no chunk's length.");
            }
            var chunk = new byte[length];
            await source.ReadExactlyAsync(chunk, cancellationToken);
            Verify(head.FirstOrDefault(part => part.StartsWith("chunk-signature=", StringComparison.Ordinal)), chunk);
            await target.WriteAsync(chunk, cancellationToken);
            if (length == 0)
            {
                break;
            }
            await LineAsync(cancellationToken);
        }
        // Trailers (checksums) end with the body.
        await source.CopyToAsync(Stream.Null, cancellationToken);
    }

    private void Verify(string? part, byte[] chunk)
    {
        if (key is null)
        {
            return;
        }
        var text = string.Join(
            '\n',
            "AWS4-HMAC-SHA256-PAYLOAD",
            signature.Timestamp,
            signature.Credential.Scope,
            _previous,
            SigningKey.Hash(""),
            Convert.ToHexStringLower(SHA256.HashData(chunk))
        );
        _previous = part?.Split('=', 2)[1] ?? "";
        if (!key.Matches(text, _previous))
        {
            throw new AuthenticationException(AuthenticationFault.SignatureMismatch, "A chunk's signature does not match its content.");
        }
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var letter = new byte[1];
        while (line.Length < MaxLine)
        {
            await source.ReadExactlyAsync(letter, cancellationToken);
            if (letter[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }
            line.Append((char)letter[0]);
        }
        throw new AuthenticationException(AuthenticationFault.BodyMismatch, "A chunk's first line never ends.");
    }
}
