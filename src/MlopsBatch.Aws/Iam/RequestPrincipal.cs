namespace MlopsBatch.Aws.Iam;

/// <summary>Who makes a request.</summary>
/// <param name="Kind">What kind of caller.</param>
/// <param name="Arn">As AWS names it in messages: a session's ARN, a user's, a service's name, a provider's ARN.</param>
/// <param name="Account">Account that the caller belongs to; null for services, federated and anonymous callers.</param>
public sealed record RequestPrincipal(RequestPrincipalKind Kind, string Arn, string? Account)
{
    /// <summary>Nobody.</summary>
    public static RequestPrincipal Anonymous { get; } = new(RequestPrincipalKind.Anonymous, "anonymous", null);

    /// <summary>ARN of the role that a session is of; null for other callers.</summary>
    public string? RoleArn { get; private init; }

    /// <summary>A session of a role.</summary>
    /// <param name="roleArn">ARN of the role, with its path.</param>
    /// <param name="session">Name of the session.</param>
    public static RequestPrincipal Role(string roleArn, string session)
    {
        var role = Parse(roleArn);
        var assumed = $"arn:{role.Partition}:sts::{role.Account}:assumed-role/{role.Name}/{session}";
        return new(RequestPrincipalKind.RoleSession, assumed, role.Account) { RoleArn = roleArn };
    }

    /// <summary>An IAM user.</summary>
    public static RequestPrincipal User(string arn) => new(RequestPrincipalKind.User, arn, Parse(arn).Account);

    /// <summary>The root user of an account.</summary>
    public static RequestPrincipal Root(string account, string partition = "aws") =>
        new(RequestPrincipalKind.AccountRoot, $"arn:{partition}:iam::{account}:root", account);

    /// <summary>A service, such as <c>events.amazonaws.com</c>.</summary>
    public static RequestPrincipal Service(string name) => new(RequestPrincipalKind.Service, name, null);

    /// <summary>Somebody whom a provider vouches for.</summary>
    /// <param name="provider">ARN of the provider, as the trust policy names it.</param>
    public static RequestPrincipal Federated(string provider) => new(RequestPrincipalKind.Federated, provider, null);

    /// <summary>What <c>aws:PrincipalArn</c> holds; null where AWS sends none.</summary>
    public string? PrincipalArn =>
        Kind switch
        {
            RequestPrincipalKind.RoleSession => RoleArn,
            RequestPrincipalKind.User or RequestPrincipalKind.AccountRoot => Arn,
            _ => null,
        };

    private static Arn Parse(string arn) =>
        Aws.Arn.IsOf("iam", arn)
            ? Aws.Arn.Parse(arn)
            : throw new ArgumentException($"got \"{arn}\", needs the ARN of a role or user, arn:aws:iam::ACCOUNT:role/NAME");
}
