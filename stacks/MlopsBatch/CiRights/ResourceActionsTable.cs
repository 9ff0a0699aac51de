using System.Collections.Immutable;

namespace MlopsBatch.CiRights;

/// <summary>
/// Every type of resource that a stack declares, with the actions that deploying it takes. Sources: the calls of
/// https://github.com/hashicorp/terraform-provider-aws, file by file below <c>internal/service</c>, and which actions these are by the
/// Service Authorization Reference (https://docs.aws.amazon.com/service-authorization/latest/reference/).
/// </summary>
public static partial class ResourceActionsTable
{
    public static ImmutableArray<ResourceActions> All { get; } =
    [.. Storage, .. Identities, .. Messages, .. Events, .. Functions, .. Observability, .. Models];

    /// <summary>Actions that AWS doesn't narrow to a resource, each because it lists, or because no resource is there yet.</summary>
    public static ImmutableHashSet<string> AccountWide { get; } =
    [
        "cloudwatch:DescribeAlarms",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
        "events:PutPermission",
        "events:RemovePermission",
        "kms:CreateKey",
        "kms:ListAliases",
        "logs:DescribeLogGroups",
        "logs:DescribeResourcePolicies",
        "logs:DeleteResourcePolicy",
        "logs:PutResourcePolicy",
        "sagemaker:ListModels",
    ];

    /// <summary>The row of a type.</summary>
    /// <exception cref="InvalidOperationException">There is none: the program declares what nobody has looked up yet.</exception>
    public static ResourceActions Of(string type) =>
        Rows.TryGetValue(type, out var row)
            ? row
            : throw new InvalidOperationException(
                $"{type} is declared, but no row of {nameof(ResourceActionsTable)} says which actions deploying it takes: add one."
            );

    private static ImmutableDictionary<string, ResourceActions> Rows { get; } = All.ToImmutableDictionary(row => row.Type);

    /// <summary>A row of a setting that has an action to read it and one to write it, which takes it away, too.</summary>
    private static ResourceActions Setting(string type, string source, string write, string read) =>
        new(type, source) { Create = [write], Read = [read] };
}
