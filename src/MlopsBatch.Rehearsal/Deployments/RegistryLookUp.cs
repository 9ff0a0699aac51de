using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using MlopsBatch.Inspection;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Http;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Functions;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>
/// The look-up of approved versions as a job of GitLab makes it: with the deploying role of the stack's account, which takes
/// the registry's reader role where the settings name one.
/// </summary>
internal static class RegistryLookUp
{
    /// <summary>The look-up that a deployment of the stack uses.</summary>
    /// <exception cref="CloudException">AccessDenied: the registry doesn't let the deploying role take its reader role.</exception>
    public static IApprovedModels Of(StackContext stack, CloudAccount account, LocalCloud.Cloud cloud, CloudServer server)
    {
        if (!stack.Settings.Has(AccountRole.Deploy))
        {
            return FixedApprovedModels.None;
        }

        var identity = stack.Settings.Registry?.ReaderRoleArn is { } reader
            ? DeployingRole.Assume(account, cloud.Account(Arn.Parse(reader).Account), reader)
            : DeployingRole.Of(account);
        var key = server.Keys.IssueSession(identity, TimeSpan.FromHours(1));
        var client = new FunctionClients(server.Url, stack.Region, key).SageMaker.Value;
        return new RegistryApprovedModels(client, stack.Settings.Gate());
    }
}
