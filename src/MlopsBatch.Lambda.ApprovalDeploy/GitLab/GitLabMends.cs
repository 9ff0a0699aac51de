using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>What to change when GitLab refuses for good: by exact known texts, by error codes, then by status.</summary>
/// <remarks>Source of statuses and codes: GitLab documentation, "Pipeline trigger tokens API", "REST API troubleshooting".</remarks>
public static class GitLabMends
{
    public static string For(GitLabAnswer answer, GitLabOptions options) =>
        (int)answer.Status switch
        {
            >= 300 and < 400 => $"{options.Url} redirects to {answer.Location ?? "elsewhere"}. Redirects are not followed, because the "
                + "token would go along. "
                + "Set gitLab.url to the address itself.",
            _ when !answer.IsJson || (int)answer.Status < 300 =>
                $"Something else than GitLab answered at {options.Url}, such as a sign-in page or a proxy. Set gitLab.url "
                    + "to GitLab's own address.",
            _ => KnownRefusal.Of(answer.Message)?.Mend(options) ?? ByCode(answer, options) ?? ByStatus(answer, options),
        };

    private static string? ByCode(GitLabAnswer answer, GitLabOptions options) =>
        answer.ErrorCode switch
        {
            "insufficient_scope" => "The access token lacks a scope. Mode pipeline needs a project access token with scope api: "
                + $"{GitLabToken.PutCommand(options.TokenSecretArn)}",
            "invalid_token" => $"The access token is expired or was revoked. Make a new one. {GitLabToken.PutMend(options.TokenSecretArn)}",
            _ => null,
        };

    private static string ByStatus(GitLabAnswer answer, GitLabOptions options) =>
        (int)answer.Status switch
        {
            401 => $"The token is not valid, or no longer. {GitLabToken.PutMend(options.TokenSecretArn)}",
            403 => $"GitLab forbids it to the token's owner. Look at the project: is it archived (Settings > General > Advanced), is CI/CD "
                + $"switched on, and may the owner run pipelines on {options.Ref} (Maintainer on a protected branch)?",
            404 => options.Mode == GitLabModes.Trigger
                ? $"Either there is no project {options.Project} (gitLab.project), or the secret holds no trigger token of "
                    + "it. A personal or project access token doesn't work in mode trigger. Make a trigger token in the project "
                    + "(Settings > CI/CD > Pipeline trigger tokens) and put it into the secret: "
                    + $"{GitLabToken.PutCommand(options.TokenSecretArn)}"
                : $"Either there is no project {options.Project} (gitLab.project), or the token may not see it. Mode "
                    + "pipeline needs an access token of the project with scope api: "
                    + $"{GitLabToken.PutCommand(options.TokenSecretArn)}",
            400 =>
                $"The text is GitLab's own. If it is about .gitlab-ci.yml, the project's pipeline editor shows the place on {options.Ref}.",
            _ => "See what GitLab says, and check gitLab.url, gitLab.project, gitLab.ref and gitLab.mode in the stack's settings.",
        };
}
