namespace MlopsBatch.LocalCloud.Access;

/// <summary>What kind of principal calls.</summary>
public enum PrincipalType
{
    /// <summary>The account itself.</summary>
    Root,

    /// <summary>A session of a role.</summary>
    Role,

    /// <summary>A service of AWS.</summary>
    Service,
}
