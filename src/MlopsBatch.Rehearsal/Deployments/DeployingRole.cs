using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Iam;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>
/// The role of an account that GitLab's deploying jobs take, as docs/deploying.md has it made: with PowerUserAccess, and without
/// the right to decide about versions. The registry's reader role lets in only roles of such names.
/// </summary>
internal static class DeployingRole
{
    private const string Name = "mlops-batch-ci";

    private const string Session = "gitlab";

    private const string PowerUserAccess = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"},
          {"Effect":"Deny","Action":"sagemaker:UpdateModelPackage","Resource":"*"}]}
        """;

    /// <summary>A session of the role; the role is made if it isn't there.</summary>
    public static Principal Of(CloudAccount account)
    {
        var iam = account.Service<IamService>();
        var role = iam.PutRole(
            Name,
            $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"{{account.Root.Principal.Arn}}"},"Action":"sts:AssumeRole"}]}
            """
        );
        iam.PutRolePolicy(Name, "PowerUserAccess", PowerUserAccess);
        return Principal.Role(role.Arn, Session);
    }

    /// <summary>What the role is once it has taken another one.</summary>
    /// <exception cref="CloudException">AccessDenied: the other role doesn't let it in.</exception>
    public static Principal Assume(CloudAccount account, CloudAccount owner, string role) =>
        owner.As(Of(account)).Service<IamService>().AssumeRole(role, Session).Principal;
}
