namespace MlopsBatch.LocalCloud.Processes;

/// <summary>A program to start.</summary>
public sealed record ProcessRequest
{
    /// <summary>The program: a path, or a name that is looked up in the PATH of <see cref="Environment"/>.</summary>
    public required string FileName { get; init; }

    /// <summary>Its arguments, passed on as they are.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The folder that it starts in.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>All of its environment; nothing is inherited.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The file to which its output is appended: stderr, and stdout too unless <see cref="Dialogue"/>.</summary>
    public required string LogFile { get; init; }

    /// <summary>
    /// Whether the caller talks to it over stdin and stdout. It must then end by itself when its stdin ends;
    /// otherwise stdin is empty.
    /// </summary>
    public bool Dialogue { get; init; }

    /// <summary>Measures how long processes run; null if this one shall not count.</summary>
    public ProcessMeter? Meter { get; init; }
}
