namespace MlopsBatch.Aws.Iam;

/// <summary>The kinds of policies that have a say in a request, as AWS's messages call them.</summary>
public enum PolicySide
{
    /// <summary>Attached to the caller.</summary>
    Identity,

    /// <summary>Attached to the resource: bucket, key, topic, queue, bus, function, group, or a role's trust.</summary>
    Resource,

    /// <summary>Limits what the caller's own policies can give.</summary>
    PermissionsBoundary,

    /// <summary>Limits one session.</summary>
    Session,
}
