namespace MlopsBatch.Events.Functions;

/// <summary>How GitLab is asked to deploy: values of <see cref="EnvironmentVariables.GitLabMode"/>.</summary>
public static class GitLabModes
{
    /// <summary><c>POST /projects/:id/trigger/pipeline</c> with a trigger token and variables.</summary>
    public const string Trigger = "trigger";

    /// <summary><c>POST /projects/:id/pipeline</c> with an access token and inputs, where variables are refused.</summary>
    public const string Pipeline = "pipeline";
}
