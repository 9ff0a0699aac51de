namespace MlopsBatch.Cli.Registry;

/// <summary>A SageMaker model that an execution of batch inference made and nothing has deleted since.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Project">The model of the stack's settings that it belongs to.</param>
/// <param name="Created">When it was made, UTC.</param>
internal sealed record LeftModel(string Name, string Arn, string Project, DateTime Created);
