using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Models;

/// <summary>A model that transform jobs can use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Image">The image that serves it.</param>
/// <param name="ModelDataUrl">Where its archive is.</param>
/// <param name="Environment">The container's variables.</param>
public sealed record LocalModel(string Name, string Arn, string Image, string ModelDataUrl, IReadOnlyDictionary<string, string> Environment)
{
    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>The arguments that it was made with, as DescribeModel gives them back.</summary>
    public required JsonObject Described { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The role of the jobs that use it; null for none.</summary>
    public string? ExecutionRoleArn { get; init; }
}
