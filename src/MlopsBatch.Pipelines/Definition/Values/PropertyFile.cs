namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>A JSON file among a processing step's outputs, whose values later steps may read.</summary>
/// <param name="Name">The file's name within the pipeline.</param>
/// <param name="OutputName">The output that has the file.</param>
/// <param name="FilePath">The file's path within the output.</param>
public sealed record PropertyFile(string Name, string OutputName, string FilePath);
