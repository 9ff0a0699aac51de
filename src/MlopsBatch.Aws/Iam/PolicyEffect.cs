namespace MlopsBatch.Aws.Iam;

/// <summary>What a statement does with the requests that it matches.</summary>
public enum PolicyEffect
{
    /// <summary>Lets them pass, unless something denies them.</summary>
    Allow,

    /// <summary>Refuses them, whatever else allows them.</summary>
    Deny,
}
