namespace MlopsBatch.Events.Audit;

/// <summary>What a job knows of itself, by the variables that GitLab and .gitlab/common.yml give it.</summary>
/// <remarks>Source: https://docs.gitlab.com/ci/variables/predefined_variables/.</remarks>
public sealed record DeployJob
{
    /// <summary>Name of the GitLab environment; null outside of GitLab.</summary>
    public string? Environment { get; init; }

    /// <summary>The commit that the job deploys, or compares an account with.</summary>
    public string? Commit { get; init; }

    public string? JobUrl { get; init; }

    public string? PipelineUrl { get; init; }

    /// <summary>The model whose version was decided on; null for a deployment that no decision started.</summary>
    public string? Model { get; init; }

    /// <summary>ARN of the version that was decided on.</summary>
    public string? DecidedArn { get; init; }

    /// <summary>Id of the decision's event.</summary>
    public string? CauseEventId { get; init; }

    public static DeployJob Of(Func<string, string?> environment)
    {
        return new()
        {
            Environment = Known("CI_ENVIRONMENT_NAME"),
            Commit = Known("MLOPS_COMMIT") ?? Known("CI_COMMIT_SHA"),
            JobUrl = Known("CI_JOB_URL"),
            PipelineUrl = Known("CI_PIPELINE_URL"),
            Model = Known(GitLabVariables.Model),
            DecidedArn = Known(GitLabVariables.ModelPackageArn),
            CauseEventId = Known(GitLabVariables.EventId),
        };

        // A variable that a project leaves out is there and empty.
        string? Known(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }
}
