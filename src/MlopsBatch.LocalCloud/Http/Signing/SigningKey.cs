using System.Security.Cryptography;
using System.Text;

namespace MlopsBatch.LocalCloud.Http.Signing;

/// <summary>The key that signs all requests of one day, region and service.</summary>
internal sealed class SigningKey
{
    private readonly byte[] _key;

    public SigningKey(string secret, CredentialScope scope) =>
        _key = new[] { scope.Date, scope.Region, scope.Service, "aws4_request" }.Aggregate(
            Encoding.UTF8.GetBytes("AWS4" + secret),
            (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part))
        );

    /// <summary>A text's signature in hexadecimal digits.</summary>
    public string Sign(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string text, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(text)), Encoding.UTF8.GetBytes(signature));

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
