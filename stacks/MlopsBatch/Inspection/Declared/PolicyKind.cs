namespace MlopsBatch.Inspection.Declared;

/// <summary>Where a policy is attached.</summary>
public enum PolicyKind
{
    /// <summary>To a role, or to people's roles.</summary>
    Identity,

    /// <summary>To the resource that it is about.</summary>
    Resource,

    /// <summary>To a key; its <c>"Resource": "*"</c> is the key.</summary>
    Key,

    /// <summary>To a role: who may take it.</summary>
    Trust,
}
