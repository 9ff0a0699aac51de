namespace MlopsBatch.Aws.Iam;

/// <summary>How closely a resource's policy names a caller.</summary>
internal enum Naming
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Its account: that delegates to the account's own policies.</summary>
    Account,

    /// <summary>Its role; a boundary and a session's policies still limit it.</summary>
    Role,

    /// <summary>The caller itself, or everybody.</summary>
    Caller,
}
