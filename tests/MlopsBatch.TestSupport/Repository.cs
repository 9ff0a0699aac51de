namespace MlopsBatch.TestSupport;

/// <summary>The checkout that the tests were built in, for those that look at its documents, scripts and sources.</summary>
public static class Repository
{
    /// <summary>The folder of MlopsBatch.sln.</summary>
    public static DirectoryInfo Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static DirectoryInfo Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException($"No MlopsBatch.sln above {AppContext.BaseDirectory}.")
        : File.Exists(Path.Combine(folder.FullName, "MlopsBatch.sln")) ? folder
        : Find(folder.Parent);
}
