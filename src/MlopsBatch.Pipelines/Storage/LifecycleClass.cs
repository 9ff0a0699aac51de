namespace MlopsBatch.Pipelines.Storage;

/// <summary>What becomes of an object as time passes.</summary>
public enum LifecycleClass
{
    /// <summary>Put there by people or other systems: theirs to remove.</summary>
    Supplied,

    /// <summary>Models, evaluations, baselines, reports, results and scripts: never expire.</summary>
    Kept,

    /// <summary>Can be made again from what is kept and supplied: expires.</summary>
    Transient,
}
