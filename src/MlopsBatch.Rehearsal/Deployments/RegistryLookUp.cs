using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using MlopsBatch.Inspection;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Http;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Functions;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>
/// The look-up of approved versions as a job of GitLab makes it: with the deploying role of the stack's account, which takes
/// the registry's reader role where the settings name one.
/// </summary>
internal static class RegistryLookUp
{
    /// <summary>The role of deploying jobs, as docs/deploying.md has it made; the registry lets in only roles of such names.</summary>
    private const string DeployRole = "mlops-batch-ci";

    private const string Session = "gitlab";

    /// <summary>The look-up that a deployment of the stack uses.</summary>
    /// <exception cref="CloudException">AccessDenied: the registry doesn't let the deploying role take its reader role.</exception>
    public static IApprovedModels Of(StackContext stack, CloudAccount account, LocalCloud.Cloud cloud, CloudServer server)
    {
        if (!stack.Settings.Has(AccountRole.Deploy))
        {
            return FixedApprovedModels.None;
        }

        var key = server.Keys.IssueSession(Identity(stack, account, cloud), TimeSpan.FromHours(1));
        var client = new FunctionClients(server.Url, stack.Region, key).SageMaker.Value;
        return new RegistryApprovedModels(client, stack.Settings.Gate());
    }

    private static Principal Identity(StackContext stack, CloudAccount account, LocalCloud.Cloud cloud)
    {
        if (stack.Settings.Registry?.ReaderRoleArn is not { } reader)
        {
            return account.Root.Principal;
        }

        var iam = account.Service<IamService>();
        var deployer = iam.PutRole(
            DeployRole,
            $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"{{account.Root.Principal.Arn}}"},"Action":"sts:AssumeRole"}]}
            """
        );
        iam.PutRolePolicy(
            DeployRole,
            "registry-reader",
            $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"{{reader}}"}]}
            """
        );
        return cloud
            .Account(Arn.Parse(reader).Account)
            .As(Principal.Role(deployer.Arn, Session))
            .Service<IamService>()
            .AssumeRole(reader, Session)
            .Principal;
    }
}
