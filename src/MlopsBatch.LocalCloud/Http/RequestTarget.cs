using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using MlopsBatch.LocalCloud.Http.Signing;

namespace MlopsBatch.LocalCloud.Http;

/// <summary>A request's path and query exactly as they were sent, because that is what was signed.</summary>
internal sealed record RequestTarget(string Path, RawQuery Query)
{
    public static RequestTarget Of(HttpContext http)
    {
        var raw = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (Uri.TryCreate(raw, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
        {
            raw = absolute.PathAndQuery;
        }
        var question = raw.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? new RequestTarget(raw, new RawQuery("")) : new RequestTarget(raw[..question], new RawQuery(raw[question..]));
    }
}
