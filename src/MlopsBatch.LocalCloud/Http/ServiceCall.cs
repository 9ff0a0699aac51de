using Microsoft.AspNetCore.Http;

namespace MlopsBatch.LocalCloud.Http;

/// <summary>One request to a service, its sender known and its body read.</summary>
internal sealed record ServiceCall
{
    public required HttpContext Http { get; init; }

    public required RequestTarget Target { get; init; }

    /// <summary>At its start; it can be read again.</summary>
    public required Stream Body { get; init; }

    /// <summary>The sender's.</summary>
    public required AccessKey Key { get; init; }

    /// <summary>The sender's account, as the sender sees it.</summary>
    public required CloudAccount Account { get; init; }

    /// <summary>The account that an ARN (or a queue's URL) names, as the sender sees it; the sender's own for a plain name.</summary>
    public CloudAccount Owner(string? nameOrArn) =>
        nameOrArn?.Split(':', '/').FirstOrDefault(part => part.Length == 12 && part.All(char.IsAsciiDigit)) is { } account
            ? Account.Cloud.Account(account).As(Account.Caller)
            : Account;

    public HttpRequest Request => Http.Request;

    public HttpResponse Response => Http.Response;
}
