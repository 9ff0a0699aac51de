namespace Pulumi;

/// <summary>What a deployment is told about itself.</summary>
internal sealed record DeploymentSettings(
    string OrganizationName,
    string ProjectName,
    string StackName,
    string RootDirectory,
    bool IsDryRun
);
