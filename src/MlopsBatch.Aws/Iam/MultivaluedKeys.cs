using System.Collections.Frozen;

namespace MlopsBatch.Aws.Iam;

/// <summary>
/// Condition keys that hold a list even if it has one item. AWS asks for a set operator with them (IAM user guide,
/// "Single-valued vs. multivalued context keys") and doesn't say what a plain one gives.
/// </summary>
/// <remarks>Types "ArrayOf…" in the Service Authorization Reference, for the services that this project uses.</remarks>
public static class MultivaluedKeys
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "aws:CalledVia",
        "aws:PrincipalOrgPaths",
        "aws:PrincipalServiceNamesList",
        "aws:ResourceOrgPaths",
        "aws:SourceOrgPaths",
        "aws:TagKeys",
        "events:detail-type",
        "events:source",
        "kms:EncryptionContextKeys",
        "kms:GrantOperations",
        "kms:ResourceAliases",
        "sagemaker:ImageArns",
        "sagemaker:InstanceTypes",
        "sagemaker:VpcSecurityGroupIds",
        "sagemaker:VpcSubnets",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the key holds a list.</summary>
    public static bool Contains(string key) => Known.Contains(key);
}
