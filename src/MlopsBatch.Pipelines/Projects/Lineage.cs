using MlopsBatch.Pipelines.Scripts;

namespace MlopsBatch.Pipelines.Projects;

/// <summary>Where a definition comes from; it goes into every model version it registers.</summary>
/// <param name="Commit">The git commit. 1 to 256 letters, digits, spaces and <c>_.:/=+-@</c>.</param>
/// <param name="Repository">The repository's address, without credentials. The same characters and length.</param>
/// <param name="ScriptsHash">The content hash of the step scripts: see <see cref="ScriptBundle.Hash"/>.</param>
public sealed record Lineage(string Commit, string Repository, string ScriptsHash);
