using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>What to change when GitLab refuses for good.</summary>
/// <remarks>Source of the statuses: GitLab documentation, "Pipeline trigger tokens API", "CI/CD variables: restrict pipeline variables".</remarks>
public static class GitLabMends
{
    public static string For(GitLabAnswer answer, GitLabOptions options) =>
        (int)answer.Status switch
        {
            >= 200 and < 300 =>
                $"Something else than GitLab answered at {options.Url}, such as a sign-in page or a proxy. Set gitLab.url to GitLab's own address.",
            >= 300 and < 400 =>
                $"{options.Url} redirects to {answer.Location?.ToString() ?? "elsewhere"}. Redirects are not followed, because the token would go along. Set gitLab.url to the address itself.",
            400 => BadRequest(answer.Message, options),
            401 => $"The token is not valid, or no longer. {GitLabToken.PutMend(options.TokenSecretArn)}",
            403 =>
                $"The token's owner may not run pipelines on {options.Ref}. Give the owner a role that may (Maintainer on a protected branch), and see that CI/CD is switched on in project {options.Project}.",
            404 => options.Mode == GitLabModes.Trigger
                ? $"Either there is no project {options.Project} (gitLab.project), or the secret holds no trigger token of it. A personal or project access token doesn't work in mode trigger. Make a trigger token in the project (Settings > CI/CD > Pipeline trigger tokens) and put it into the secret: {GitLabToken.PutCommand(options.TokenSecretArn)}"
                : $"Either there is no project {options.Project} (gitLab.project), or the token may not see it. Mode pipeline needs an access token of the project with scope api: {GitLabToken.PutCommand(options.TokenSecretArn)}",
            _ => "See what GitLab says, and check gitLab.url, gitLab.project, gitLab.ref and gitLab.mode in the stack's settings.",
        };

    private static string BadRequest(string message, GitLabOptions options)
    {
        if (Says("variables"))
        {
            return "The project doesn't let a pipeline be started with variables. Either allow it (project Settings > CI/CD > Variables > Minimum role to use pipeline variables: the role of the token's owner), or set gitLab.mode to pipeline, which uses inputs; that needs a project access token with scope api in the secret.";
        }

        if (Says("reference") || Says("ref is") || Says("branch"))
        {
            return $"There is no branch or tag {options.Ref} in project {options.Project}. Set gitLab.ref to one that exists.";
        }

        if (Says("input"))
        {
            return "The pipeline's inputs don't fit. Declare them under spec: inputs: at the top of .gitlab-ci.yml, as the template that comes with this project does.";
        }

        return Says("filtered") || Says("no stages") || Says("jobs")
            ? $"No job of the pipeline wants to run. workflow: rules: in .gitlab-ci.yml must let pipelines of source {(options.Mode == GitLabModes.Trigger ? "trigger" : "api")} through."
            : $"GitLab could not make a pipeline of .gitlab-ci.yml on {options.Ref}. Check it with the project's pipeline editor.";

        bool Says(string word) => message.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
