namespace MlopsBatch.Aws.Iam;

/// <summary>Kinds of callers that AWS tells apart when it judges a request.</summary>
public enum RequestPrincipalKind
{
    /// <summary>A session of a role: jobs, functions, schedules, people.</summary>
    RoleSession,

    /// <summary>An IAM user.</summary>
    User,

    /// <summary>The root user of an account.</summary>
    AccountRoot,

    /// <summary>A service of AWS, in its own name.</summary>
    Service,

    /// <summary>Somebody whom an identity provider vouches for, who asks for a role.</summary>
    Federated,

    /// <summary>Nobody: an unsigned request.</summary>
    Anonymous,
}
