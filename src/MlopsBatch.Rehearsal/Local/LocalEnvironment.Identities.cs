using MlopsBatch.Aws;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Iam;

namespace MlopsBatch.Rehearsal.Local;

public sealed partial class LocalEnvironment
{
    /// <summary>The permissions boundary that the settings name, as eng/bootstrap.sh makes it before the first deployment.</summary>
    private static void PutBoundary(StackContext context, CloudAccount account)
    {
        if (
            Arn.TryParse(context.Settings.Iam.PermissionsBoundary, out var boundary)
            && boundary.Account == account.Id
            && boundary.ResourceParts is { Count: > 1 } parts
        )
        {
            var text = File.ReadAllText(Path.Combine(context.Files.Root.FullName, "eng", "bootstrap", "boundary.json"));
            var path = "/" + string.Concat(parts.Skip(1).SkipLast(1).Select(part => part + "/"));
            account.Service<IamService>().PutPolicy(parts[^1], text, path);
        }
    }

    /// <summary>A role for a person, as an account's administrator makes one: with the stack's policies for such people.</summary>
    private static string RoleOf(string person, CloudAccount account, StackContext stack)
    {
        var iam = account.Service<IamService>();
        var trust = $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"{{account.Root.Principal.Arn}}"},"Action":"sts:AssumeRole"}]}
            """;
        var role = iam.PutRole(person, trust);
        var policies = account
            .Service<DeploymentService>()
            .State(stack.Stack)
            .Where(one => one.Declared.Type == "aws:iam/policy:Policy")
            .Where(one => one.Declared.Name == person || one.Declared.Name.EndsWith("-" + person, StringComparison.Ordinal));
        foreach (var policy in policies)
        {
            iam.AttachRolePolicy(person, policy.Value("arn")!.ToString());
        }
        return role.Arn;
    }
}
