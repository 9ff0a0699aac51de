namespace MlopsBatch.Aws.Iam;

/// <summary>The kinds of principals that a policy can name (IAM user guide, "AWS JSON policy elements: Principal").</summary>
public enum PrincipalKind
{
    /// <summary><c>"Principal": "*"</c>, everyone.</summary>
    Everyone,

    /// <summary>Accounts, roles, users and sessions, by ARN, account id or <c>*</c>.</summary>
    Aws,

    /// <summary>Services of AWS, such as <c>events.amazonaws.com</c>.</summary>
    Service,

    /// <summary>Identity providers.</summary>
    Federated,

    /// <summary>Accounts by S3's canonical id.</summary>
    CanonicalUser,
}
