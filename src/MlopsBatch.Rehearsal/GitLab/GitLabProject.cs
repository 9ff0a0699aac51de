namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>The project whose pipelines the local GitLab runs.</summary>
public sealed record GitLabProject
{
    /// <summary>Its full path, <c>group/project</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The one branch that it has.</summary>
    public string Ref { get; init; } = "main";

    /// <summary>What is taken: as a trigger token in the body, or as PRIVATE-TOKEN.</summary>
    public required string Token { get; init; }

    /// <summary>The path below which GitLab lies, such as <c>/gitlab</c>; empty where it has its host for itself.</summary>
    public string BasePath { get; init; } = "";

    /// <summary>Its number, which may stand for its path.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Names of the inputs that its pipeline takes; others are refused, as GitLab does.</summary>
    public IReadOnlyCollection<string> Inputs { get; init; } = [];
}
