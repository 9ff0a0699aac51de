namespace MlopsBatch.Offline.Tests;

/// <summary>Where the sources are that some tests look at.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "MlopsBatch.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No MlopsBatch.sln above the tests' folder."));
}
