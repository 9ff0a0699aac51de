namespace MlopsBatch.Events.Functions;

/// <summary>Environment of the two functions: the stack sets these, the functions' entry points read them.</summary>
public static class EnvironmentVariables
{
    /// <summary>notifications: topic for failures, unknown events and dead letters.</summary>
    public const string OperationsTopicArn = "OPERATIONS_TOPIC_ARN";

    /// <summary>notifications: topic for registered, approved, rejected and deployed versions.</summary>
    public const string ApprovalsTopicArn = "APPROVALS_TOPIC_ARN";

    /// <summary>notifications: topic for drift and model quality.</summary>
    public const string QualityTopicArn = "QUALITY_TOPIC_ARN";

    /// <summary>approval-deploy: <c>https://</c> address of the GitLab instance.</summary>
    public const string GitLabUrl = "GITLAB_URL";

    /// <summary>approval-deploy: number or full path of the project that deploys.</summary>
    public const string GitLabProject = "GITLAB_PROJECT";

    /// <summary>approval-deploy: branch or tag to run the deployment on.</summary>
    public const string GitLabRef = "GITLAB_REF";

    /// <summary>approval-deploy: one of <see cref="GitLabModes"/>.</summary>
    public const string GitLabMode = "GITLAB_MODE";

    /// <summary>approval-deploy: secret that holds the trigger token (mode trigger) or access token (mode pipeline).</summary>
    public const string GitLabTokenSecretArn = "GITLAB_TOKEN_SECRET_ARN";

    /// <summary>approval-deploy, optional: PEM file with the certificate authorities of a self-managed GitLab.</summary>
    public const string GitLabCaFile = "GITLAB_CA_FILE";

    /// <summary>Where the stack's layer puts the file of <see cref="GitLabCaFile"/>, if there is one.</summary>
    public const string LayerGitLabCaFile = "/opt/gitlab-ca.pem";

    /// <summary>approval-deploy: name or ARN of the bus for audit events.</summary>
    public const string EventBusName = "EVENT_BUS_NAME";

    /// <summary>Both, optional: the settings file; see <see cref="DefaultSettingsFile"/>.</summary>
    public const string SettingsFile = "SETTINGS_FILE";

    /// <summary>Where a Lambda layer puts <c>settings.json</c>. That file may be absent: then there are no custom messages.</summary>
    public const string DefaultSettingsFile = "/opt/settings.json";
}
