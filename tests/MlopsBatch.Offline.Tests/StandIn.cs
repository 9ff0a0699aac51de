using System.Reflection;

namespace MlopsBatch.Offline.Tests;

/// <summary>Tells the stand-ins from the originals, whatever their versions are.</summary>
internal static class StandIn
{
    public static bool Is(Assembly assembly) =>
        assembly
            .GetCustomAttribute<AssemblyDescriptionAttribute>()
            ?.Description.StartsWith("Stand-in of MlopsBatch's own writing", StringComparison.Ordinal)
        ?? false;
}
