namespace MlopsBatch.Cli.Graphs;

/// <summary>Outline of a node.</summary>
internal enum Shape
{
    /// <summary>Something that works: a step, a pipeline, a function.</summary>
    Box,

    /// <summary>A prefix in S3.</summary>
    Folder,

    /// <summary>A decision or a rule: what passes, passes.</summary>
    Hexagon,

    /// <summary>People, and systems outside the account.</summary>
    Pill,
}
