using Microsoft.AspNetCore.Http;
using MlopsBatch.LocalCloud.Access;

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

    /// <summary>The client's clock, by which it signs and waits; the cloud's own may stand still.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The sender's account, as the sender sees it.</summary>
    public required CloudAccount Account { get; init; }

    /// <summary>The account that an ARN (or a queue's URL) names, as the sender sees it; the sender's own for a plain name.</summary>
    public CloudAccount Owner(string? nameOrArn) =>
        nameOrArn?.Split(':', '/').FirstOrDefault(part => part.Length == 12 && part.All(char.IsAsciiDigit)) is { } account
            ? Account.Cloud.Account(account).As(Account.Caller)
            : Account;

    /// <summary>Refuses what the sender may not do, for operations that no service asks about itself.</summary>
    /// <param name="action">For example <c>s3:ListAllMyBuckets</c>.</param>
    /// <param name="resource">The ARN that it is about, or <c>*</c>.</param>
    /// <param name="owner">The account that has the resource.</param>
    /// <param name="policy">The resource's own policy, if it has one.</param>
    /// <exception cref="CloudException">AccessDenied.</exception>
    public void Authorize(string action, string resource, string owner, string? policy = null) =>
        Account.Cloud.Authorizer.Authorize(new AccessRequest(Account.Caller, action, resource, owner) { ResourcePolicy = policy });

    public HttpRequest Request => Http.Request;

    public HttpResponse Response => Http.Response;
}
