namespace MlopsBatch.ModelProjects;

/// <summary>Actions on one kind of thing that a step makes.</summary>
/// <param name="Sid">Name of the statement.</param>
/// <param name="Resource">Resource part of the ARN.</param>
/// <param name="Actions">The actions.</param>
internal sealed record StepPermission(string Sid, string Resource, IReadOnlyList<string> Actions);
