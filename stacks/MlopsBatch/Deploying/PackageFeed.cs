using System.Reflection;

namespace MlopsBatch.Deploying;

/// <summary>Where the packages of this build came from; the build stamps it.</summary>
public static class PackageFeed
{
    /// <summary>The official packages.</summary>
    public const string NuGet = "nuget";

    /// <summary><c>nuget</c>, or <c>offline</c> for the stand-ins.</summary>
    public static string OfThisBuild { get; } =
        typeof(PackageFeed)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == nameof(PackageFeed))
            ?.Value
        ?? NuGet;
}
