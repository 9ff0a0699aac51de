namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>A JSON file in a processing output that Std:JsonGet may read.</summary>
/// <param name="Name">PropertyFileName.</param>
/// <param name="OutputName">The step's output that holds it.</param>
/// <param name="FilePath">Its path below that output.</param>
internal sealed record PropertyFile(string Name, string OutputName, string FilePath);
