using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Deployments;
using MlopsBatch.Rehearsal.GitLab;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>What became of something that somebody did.</summary>
/// <param name="Executions">Executions that ended.</param>
/// <param name="Mails">Mails that were sent.</param>
/// <param name="Pipelines">GitLab's pipelines that were created.</param>
/// <param name="Deployments">Deployments that went through.</param>
/// <param name="Events">The events, as source and kind.</param>
/// <param name="Before">Which version each account scored with before, by the name of its stack.</param>
internal sealed record Seen(
    IReadOnlyList<ExecutionReport> Executions,
    IReadOnlyList<DeliveredMail> Mails,
    IReadOnlyList<GitLabPipeline> Pipelines,
    IReadOnlyList<DeploymentRecord> Deployments,
    IReadOnlyList<string> Events,
    IReadOnlyDictionary<string, int?> Before
)
{
    /// <summary>Both, one after the other, as one.</summary>
    public Seen With(Seen earlier) =>
        this with
        {
            Executions = [.. earlier.Executions, .. Executions],
            Mails = [.. earlier.Mails, .. Mails],
            Pipelines = [.. earlier.Pipelines, .. Pipelines],
            Deployments = [.. earlier.Deployments, .. Deployments],
            Events = [.. earlier.Events, .. Events],
            Before = earlier.Before,
        };

    /// <summary>The first execution of a pipeline; null if there was none.</summary>
    public ExecutionReport? Execution(PipelineKind kind) => All(kind).FirstOrDefault();

    public IEnumerable<ExecutionReport> All(PipelineKind kind) => Executions.Where(execution => execution.Pipeline == kind.Slug());
}
