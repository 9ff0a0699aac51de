using MlopsBatch.Configuration;
using MlopsBatch.Events.Functions;
using Pulumi;

namespace MlopsBatch.Platform.Functions;

/// <summary>Declares the function that hands a decision about a model version to GitLab.</summary>
internal static class ApprovalDeployLambda
{
    public static EventFunction Create(Account account, SharedResources shared, ComponentResourceOptions options)
    {
        var gitLab = account.Settings.GitLab!;
        var token = new GitLabTokenSecret(account, shared.Key, options.Parent!);
        var environment = new InputMap<string>
        {
            [EnvironmentVariables.GitLabUrl] = gitLab.Url,
            [EnvironmentVariables.GitLabProject] = gitLab.Project,
            [EnvironmentVariables.GitLabRef] = gitLab.Ref,
            [EnvironmentVariables.GitLabMode] = gitLab.Mode == GitLabMode.Trigger ? GitLabModes.Trigger : GitLabModes.Pipeline,
            [EnvironmentVariables.GitLabTokenSecretArn] = token.Arn,
            [EnvironmentVariables.EventBusName] = "default",
        };
        if (gitLab.CaFile is not null)
        {
            environment.Add(EnvironmentVariables.GitLabCaFile, EnvironmentVariables.LayerGitLabCaFile);
        }

        return new(
            account,
            FunctionNames.ApprovalDeploy,
            new(
                "Hands approvals and rejections to GitLab",
                TimeoutSeconds: 120,
                environment,
                [
                    token.GrantRead,
                    grantee => grantee.Add(new("SendAuditEvents", ["events:PutEvents"], account.Arn("events", "event-bus/default"))),
                ]
            )
            {
                ModelGrants = [.. Models.Portions(account.Settings.Models).Select(models => Models.GrantReadVersions(account, models))],
                Network = gitLab.Network,
            },
            shared,
            options
        );
    }
}
