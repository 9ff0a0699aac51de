using System.Security.Cryptography;
using System.Text;
using MlopsBatch.Aws;

namespace MlopsBatch.Platform;

/// <summary>Names of resources as AWS shows them. They stand in policies of other accounts, so they are a contract.</summary>
/// <param name="Stack">The stack's name.</param>
internal sealed record Names(string Stack)
{
    /// <summary>The project's name, first part of every name.</summary>
    public const string Project = "mlops-batch";

    /// <summary>What the names of this project's roles begin with, in whatever account.</summary>
    public const string RolePrefix = Project + "-";

    private static readonly int Longest = Quotas.RoleName.Most;

    /// <summary>Name of a resource; one that would be too long is cut and ends in a hash of the whole.</summary>
    public string Of(params string[] parts)
    {
        var name = string.Join('-', [Project, Stack, .. parts]);
        return name.Length <= Longest
            ? name
            : $"{name[..(Longest - 9)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}";
    }
}
