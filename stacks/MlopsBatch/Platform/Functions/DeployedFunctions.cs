using System.Collections.Immutable;
using MlopsBatch.Configuration;
using MlopsBatch.Events.Functions;
using MlopsBatch.Files;

namespace MlopsBatch.Platform.Functions;

/// <summary>Which functions a stack has.</summary>
internal static class DeployedFunctions
{
    /// <summary>Their names, which their packages have, too.</summary>
    public static IReadOnlyList<string> Of(Settings settings) =>
        settings.Has(AccountRole.Registry) ? [FunctionNames.Notifications, FunctionNames.ApprovalDeploy] : [FunctionNames.Notifications];

    /// <summary>SHA-256 of each package that exists, in hexadecimal digits.</summary>
    public static ImmutableDictionary<string, string> Hashes(Settings settings, ProjectFiles files) =>
        Of(settings)
            .Select(name => (name, Hash: files.PackageHash(name)))
            .Where(package => package.Hash is not null)
            .ToImmutableDictionary(package => package.name, package => Convert.ToHexStringLower(Convert.FromBase64String(package.Hash!)));
}
