namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>A text with which GitLab refuses a pipeline, and what to change.</summary>
/// <param name="Text">The sentence, or its fixed beginning where a name follows; letter case doesn't matter.</param>
/// <param name="Source">Where GitLab writes it.</param>
/// <param name="Mend">What to change.</param>
public sealed record KnownRefusal(string Text, string Source, Func<GitLabOptions, string> Mend)
{
    private const string Chain = "gitlab-org/gitlab, lib/gitlab/ci/pipeline/chain/";

    /// <summary>Every text that is known, each with its own mend. What isn't here is quoted, and nothing is guessed.</summary>
    public static IReadOnlyList<KnownRefusal> All { get; } =
    [
        new(
            "Insufficient permissions to set pipeline variables",
            "GitLab documentation, \"CI/CD variables: restrict pipeline variables\"",
            _ =>
                "The project doesn't let a pipeline be started with variables. Either allow it (project Settings > CI/CD > Variables > "
                + "Minimum role to use pipeline variables: the role of the token's owner), or set gitLab.mode to pipeline, which uses "
                + "inputs; that needs a project access token with scope api in the secret."
        ),
        new(
            "You do not have sufficient permission to run a pipeline on",
            Chain + "validate/abilities.rb",
            options =>
                $"{options.Ref} is a protected branch, and the token's owner may not run pipelines on it. Give the owner a role that may "
                + "merge or push there (Settings > Repository > Protected branches), or use a token of somebody who may."
        ),
        new(
            "Insufficient permissions to create a new pipeline",
            Chain + "validate/abilities.rb",
            options =>
                $"The token's owner may not start pipelines in project {options.Project}. Give the owner the role Developer or higher; if "
                + "the project is archived, bring it back (Settings > General > Advanced)."
        ),
        new(
            "Pipelines are disabled!",
            Chain + "validate/abilities.rb",
            options =>
                $"CI/CD is switched off in project {options.Project}. Switch it on: Settings > General > Visibility, project features, "
                + "permissions > CI/CD."
        ),
        new(
            "Project is deleted!",
            Chain + "validate/abilities.rb",
            options => $"Project {options.Project} is marked for deletion. Restore it, or set gitLab.project to another."
        ),
        new(
            "Trigger token is invalid",
            Chain + "validate/abilities.rb",
            options =>
                "The trigger token's owner is gone. Make a new trigger token (Settings > CI/CD > Pipeline trigger tokens) and put it into "
                + $"the secret: {Tokens.GitLabToken.PutCommand(options.TokenSecretArn)}"
        ),
        new(
            "Reference not found",
            Chain + "validate/repository.rb",
            options => $"There is no branch or tag {options.Ref} in project {options.Project}. Set gitLab.ref to one that exists."
        ),
        new(
            "Identity verification is required in order to run CI jobs",
            "GitLab documentation, \"Debugging CI/CD pipelines\"",
            _ =>
                "gitlab.com wants the token's owner to prove who they are: sign in as that user and open "
                + "https://gitlab.com/-/identity_verification, or use the token of a verified user."
        ),
        new("Pipeline filtered out by workflow rules", Chain + "evaluate_workflow_rules.rb", Filtered),
        new("Pipeline will not run for the selected trigger", Chain + "populate.rb", Filtered),
        new("No stages / jobs for this pipeline", Chain + "populate.rb, older versions", Filtered),
        new("The resulting pipeline would have been empty", Chain + "populate.rb", Filtered),
        new("Unknown input arguments", "gitlab-org/gitlab, lib/gitlab/ci/config/interpolation", _ => Inputs),
        new("Given inputs not defined", "gitlab-org/gitlab, lib/gitlab/ci/config/interpolation", _ => Inputs),
    ];

    private const string Inputs =
        "The pipeline's inputs don't fit. Declare them under spec: inputs: at the top of .gitlab-ci.yml, as the template that comes with "
        + "this project does.";

    private static string Filtered(GitLabOptions options) =>
        "No job of the pipeline wants to run. workflow: rules: in .gitlab-ci.yml must let pipelines of source "
        + $"{(options.Mode == Events.Functions.GitLabModes.Trigger ? "trigger" : "api")} on {options.Ref} through.";

    /// <summary>The refusal that a message is; null if it isn't known.</summary>
    public static KnownRefusal? Of(string message) =>
        All.FirstOrDefault(known => message.StartsWith(known.Text, StringComparison.OrdinalIgnoreCase));
}
