using System.Collections.Immutable;
using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Inspection.Declared;

/// <summary>A statement, with the policy that it stands in.</summary>
public sealed record DeclaredStatement(DeclaredPolicy Policy, PolicyStatement Statement)
{
    /// <summary>The resource that declares it, in words.</summary>
    public string Owner => Policy.Resource.Title;

    public string Sid => Statement.Sid ?? "";

    public bool IsAllow => Statement.IsAllow;

    /// <summary>Actions; all of them, <c>*</c>, where it is about every other one.</summary>
    public IReadOnlyList<string> Actions => Plain(Statement.Actions);

    /// <summary>Resources; empty in trust policies; all of them, <c>*</c>, where it is about every other one.</summary>
    public IReadOnlyList<string> Resources => Plain(Statement.Resources);

    /// <summary>ARNs or services; <c>*</c> for everyone; empty in identities' policies.</summary>
    public IReadOnlyList<string> Principals =>
        Statement.Principals is not { } named ? []
        : named.IsInverted ? ["*"]
        : [.. named.Values.Select(principal => principal.Value)];

    public ImmutableArray<PolicyCondition> Conditions => Statement.Conditions;

    private static IReadOnlyList<string> Plain(PolicyMatch<string>? match) =>
        match switch
        {
            null => [],
            { IsInverted: true } => ["*"],
            _ => match.Values,
        };
}
