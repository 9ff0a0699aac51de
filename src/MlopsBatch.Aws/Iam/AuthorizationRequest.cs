using System.Collections.Immutable;

namespace MlopsBatch.Aws.Iam;

/// <summary>A request to be judged, with all policies that have a say.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Action">Such as <c>s3:GetObject</c>.</param>
/// <param name="Resource">ARN, or <c>*</c> for actions that AWS lets nobody narrow to a resource.</param>
public sealed record AuthorizationRequest(RequestPrincipal Caller, string Action, string Resource)
{
    /// <summary>Account that owns the resource; null: the one in its ARN. Needed for S3, whose ARNs name none.</summary>
    public string? ResourceAccount { get; init; }

    /// <summary>Condition keys of the request; those of the caller (<c>aws:PrincipalArn</c> and the like) come by themselves.</summary>
    public RequestContext Context { get; init; } = RequestContext.Empty;

    /// <summary>The caller's own policies.</summary>
    public ImmutableArray<NamedPolicy> IdentityPolicies { get; init; } = [];

    /// <summary>The caller's permissions boundary; null: it has none.</summary>
    public NamedPolicy? PermissionsBoundary { get; init; }

    /// <summary>Policies of the session; empty: it has none.</summary>
    public ImmutableArray<NamedPolicy> SessionPolicies { get; init; } = [];

    /// <summary>The resource's policy; for <c>sts:AssumeRole…</c> the role's trust policy. Null: it has none.</summary>
    public NamedPolicy? ResourcePolicy { get; init; }
}
