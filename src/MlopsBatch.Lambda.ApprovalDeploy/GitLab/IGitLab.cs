using MlopsBatch.Lambda.ApprovalDeploy.Tokens;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>Starts the pipeline that deploys.</summary>
public interface IGitLab
{
    /// <summary>GitLab's final answer: a pipeline, or a refusal that trying again doesn't mend.</summary>
    /// <param name="change">The decision to tell GitLab of.</param>
    /// <param name="within">How long attempts may go on.</param>
    /// <param name="onRetry">Told of every wait, in a sentence.</param>
    /// <exception cref="GitLabUnavailableException">GitLab could not be asked in time.</exception>
    /// <exception cref="TokenException">There is no usable token.</exception>
    Task<GitLabAnswer> StartDeploymentAsync(ApprovalChange change, TimeSpan within, Action<string> onRetry);
}
