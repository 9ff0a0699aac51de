using MlopsBatch.Events.Audit;

namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>What the approval-deploy function tells a pipeline of the decision that started it.</summary>
/// <param name="Model">The model; null if the pipeline wasn't told.</param>
/// <param name="EventId">Id of SageMaker's event; null if the pipeline wasn't told.</param>
/// <param name="PipelineUrl">The pipeline's page.</param>
internal sealed record PipelineTrigger(string? Model, string? EventId, string PipelineUrl)
{
    public static PipelineTrigger Of(GitLabPipeline pipeline, string url)
    {
        return new(Told(GitLabVariables.Model), Told(GitLabVariables.EventId), url);

        // By the API they come as inputs, whose names are the variables' in small letters.
        string? Told(string name) =>
            pipeline.Variables.GetValueOrDefault(name) ?? pipeline.Variables.GetValueOrDefault(GitLabVariables.InputName(name));
    }
}
