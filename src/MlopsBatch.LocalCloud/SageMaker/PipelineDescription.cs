namespace MlopsBatch.LocalCloud.SageMaker;

/// <summary>A pipeline (DescribePipeline).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Definition">The definition's text, exactly as it was given.</param>
/// <param name="CreationTime">When it was created.</param>
/// <param name="LastModifiedTime">When its definition was last changed.</param>
public sealed record PipelineDescription(
    string Name,
    string Arn,
    string Definition,
    DateTimeOffset CreationTime,
    DateTimeOffset LastModifiedTime
)
{
    /// <summary>The role with which its steps run; null for none.</summary>
    public string? RoleArn { get; init; }

    /// <summary>ParallelismConfiguration; null for the service's default.</summary>
    public int? MaxParallelSteps { get; init; }
}
