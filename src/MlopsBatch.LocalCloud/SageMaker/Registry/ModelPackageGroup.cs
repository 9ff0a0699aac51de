namespace MlopsBatch.LocalCloud.SageMaker.Registry;

/// <summary>A group of model versions.</summary>
/// <param name="Name">1 to 63 letters, digits and hyphens.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="CreationTime">When it was made.</param>
public sealed record ModelPackageGroup(string Name, string Arn, DateTimeOffset CreationTime)
{
    /// <summary>Who else may use it, as JSON; null for the account alone.</summary>
    public string? Policy { get; init; }
}
