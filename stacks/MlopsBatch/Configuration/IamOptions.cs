using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>How the roles and policies that the stack makes fit into a company's rules.</summary>
public sealed record IamOptions
{
    /// <summary>A managed policy that bounds what any role of the stack may do, whatever is attached to it later.</summary>
    [ArnOf(ArnKind.Policy), Example("arn:aws:iam::111122223333:policy/mlops-batch-boundary")]
    public string? PermissionsBoundary { get; init; }

    /// <summary>Path of roles and policies. The accounts that share models have the same.</summary>
    [Pattern("^/$|^/[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*/$", "a path that begins and ends with '/'"), StringLength(512), Example("/mlops/")]
    public string Path { get; init; } = "/";
}
