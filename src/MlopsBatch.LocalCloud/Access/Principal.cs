namespace MlopsBatch.LocalCloud.Access;

/// <summary>Who makes a call (IAM user guide, "How IAM works": principals).</summary>
public sealed record Principal
{
    private Principal(PrincipalType type, string arn, string? account, string? name) =>
        (Type, Arn, Account, Name) = (type, arn, account, name);

    public PrincipalType Type { get; }

    /// <summary>What <c>aws:PrincipalArn</c> says: of a session its role's ARN; of a service its host name.</summary>
    public string Arn { get; }

    /// <summary>Twelve digits; null for a service of AWS.</summary>
    public string? Account { get; }

    /// <summary>The name of a session or a user.</summary>
    public string? Name { get; }

    /// <summary>The account itself; it may do everything that no resource's policy denies.</summary>
    /// <param name="account">Twelve digits.</param>
    /// <param name="partition">For example aws.</param>
    public static Principal Root(string account, string partition = "aws") =>
        new(PrincipalType.Root, $"arn:{partition}:iam::{account}:root", account, null);

    /// <summary>A session of a role.</summary>
    /// <param name="roleArn"><c>arn:aws:iam::{account}:role/{path and name}</c></param>
    /// <param name="session">2 to 64 characters; services choose one of their own.</param>
    public static Principal Role(string roleArn, string session)
    {
        var account =
            roleArn.Split(':') is [_, _, "iam", _, { Length: 12 } id, var rest] && rest.StartsWith("role/", StringComparison.Ordinal)
                ? id
                : throw new CloudException("ValidationError", $"'{roleArn}' is no role; needed is arn:aws:iam::ACCOUNT:role/NAME.");
        return new(PrincipalType.Role, roleArn, account, session);
    }

    /// <summary>A service of AWS that calls another one by itself.</summary>
    /// <param name="host">For example <c>events.amazonaws.com</c>.</param>
    public static Principal Service(string host) => new(PrincipalType.Service, host, null, null);

    /// <summary>As errors name it: sessions as <c>arn:aws:sts::{account}:assumed-role/{role}/{session}</c>.</summary>
    public override string ToString() =>
        Type == PrincipalType.Role ? $"arn:{Arn.Split(':')[1]}:sts::{Account}:assumed-role/{Arn.Split('/')[^1]}/{Name}" : Arn;
}
