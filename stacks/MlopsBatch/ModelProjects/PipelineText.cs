using Pulumi;

namespace MlopsBatch.ModelProjects;

/// <summary>What a pipeline is called and what it does.</summary>
internal sealed record PipelineText(string Name, string Description, Output<string> Definition);
