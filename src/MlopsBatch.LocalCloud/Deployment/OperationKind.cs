namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>What an update did with a resource.</summary>
public enum OperationKind
{
    Same,
    Create,
    Update,
    Replace,
    Delete,

    /// <summary>Forgotten, but left where it is.</summary>
    Retain,
}
