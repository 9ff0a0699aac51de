using System.Collections.Concurrent;
using MlopsBatch.LocalCloud.Access;

namespace MlopsBatch.LocalCloud.Iam;

/// <summary>Roles and managed policies of one account, and the sessions that STS gives of them.</summary>
public sealed class IamService : AccountService
{
    private readonly ConcurrentDictionary<string, IamRole> _roles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _policies = new(StringComparer.Ordinal);

    internal IamService(CloudAccount account)
        : base(account) { }

    /// <summary>Makes a role, or changes its trust policy and boundary.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="trustPolicy">Who may take it, as JSON.</param>
    /// <param name="path">With a slash at both ends.</param>
    /// <param name="boundary">ARN of the policy that bounds it.</param>
    /// <exception cref="CloudException">NoSuchEntity: there is no such policy.</exception>
    public IamRole PutRole(string name, string trustPolicy, string path = "/", string? boundary = null)
    {
        var arn = Account.GlobalArn("iam", $"role{path}{name}");
        Authorize("iam:CreateRole", arn);
        if (boundary is not null)
        {
            RequirePolicy(boundary);
        }

        return _roles.AddOrUpdate(
            name,
            _ => new IamRole(name, arn, trustPolicy) { Boundary = boundary },
            (_, role) => role with { TrustPolicy = trustPolicy, Boundary = boundary }
        );
    }

    /// <exception cref="CloudException">NoSuchEntity.</exception>
    public IamRole GetRole(string name) => Change("iam:GetRole", name, role => role);

    public void DeleteRole(string name)
    {
        Authorize("iam:DeleteRole", GetRole(name).Arn);
        _roles.TryRemove(name, out _);
    }

    public void PutRolePolicy(string role, string name, string policy) =>
        Change("iam:PutRolePolicy", role, one => one with { Inline = one.Inline.SetItem(name, policy) });

    public void DeleteRolePolicy(string role, string name) =>
        Change("iam:DeleteRolePolicy", role, one => one with { Inline = one.Inline.Remove(name) });

    /// <exception cref="CloudException">NoSuchEntity: there is no such role or policy.</exception>
    public void AttachRolePolicy(string role, string policyArn)
    {
        RequirePolicy(policyArn);
        Change("iam:AttachRolePolicy", role, one => one with { Attached = one.Attached.Add(policyArn) });
    }

    public void DetachRolePolicy(string role, string policyArn) =>
        Change("iam:DetachRolePolicy", role, one => one with { Attached = one.Attached.Remove(policyArn) });

    /// <summary>Makes or changes a managed policy.</summary>
    /// <returns>Its ARN.</returns>
    public string PutPolicy(string name, string policy, string path = "/")
    {
        var arn = Account.GlobalArn("iam", $"policy{path}{name}");
        Authorize("iam:CreatePolicy", arn);
        _policies[arn] = policy;
        return arn;
    }

    public void DeletePolicy(string arn)
    {
        Authorize("iam:DeletePolicy", arn);
        _policies.TryRemove(arn, out _);
    }

    /// <summary>A session of a role of this account, for whoever its trust policy lets take it.</summary>
    /// <param name="roleArn">The role.</param>
    /// <param name="session">2 to 64 characters.</param>
    /// <exception cref="CloudException">AccessDenied.</exception>
    public Caller AssumeRole(string roleArn, string session)
    {
        var principal = Principal.Role(roleArn, session);
        Authorize("sts:AssumeRole", roleArn, Find(roleArn)?.TrustPolicy);
        return new Caller(principal);
    }

    /// <summary>Policies that AWS manages aren't there, either: what they allow isn't known here, so it would judge wrongly.</summary>
    private void RequirePolicy(string arn)
    {
        if (!_policies.ContainsKey(arn))
        {
            throw new CloudException(
                "NoSuchEntity",
                $"Policy {arn} does not exist or is not attachable.{DidYouMean.Hint(arn, _policies.Keys)}"
            );
        }
    }

    internal IamRole? Find(string roleArn) => _roles.Values.FirstOrDefault(role => role.Arn == roleArn);

    internal string? Policy(string arn) => _policies.GetValueOrDefault(arn);

    private IamRole Change(string action, string name, Func<IamRole, IamRole> change)
    {
        Authorize(action, Account.GlobalArn("iam", $"role/{name}"));
        while (true)
        {
            if (!_roles.TryGetValue(name, out var role))
            {
                throw new CloudException(
                    "NoSuchEntity",
                    $"There is no role '{name}' in account {Account.Id}.{DidYouMean.Hint(name, _roles.Keys)}"
                );
            }
            var changed = change(role);
            if (_roles.TryUpdate(name, changed, role))
            {
                return changed;
            }
        }
    }
}
