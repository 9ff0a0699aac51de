using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace MlopsBatch.LocalCloud.Http.Signing;

/// <summary>A request as it is signed.</summary>
internal static partial class CanonicalRequest
{
    public static string Text(
        string method,
        string rawPath,
        RawQuery query,
        IHeaderDictionary headers,
        RequestSignature signature,
        string payload
    )
    {
        var isS3 = signature.Credential.Service == "s3";
        var named = signature.SignedHeaders.Select(name => $"{name}:{Value(headers, name)}\n");
        return string.Join(
            '\n',
            method,
            isS3 ? UriCoding.Encode(UriCoding.Decode(rawPath), keepSlash: true) : UriCoding.Encode(rawPath, keepSlash: true),
            query.Canonical(),
            string.Concat(named),
            string.Join(';', signature.SignedHeaders),
            payload
        );
    }

    private static string Value(IHeaderDictionary headers, string name) =>
        string.Join(',', headers[name].Select(value => Spaces().Replace(value?.Trim() ?? "", " ")));

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
