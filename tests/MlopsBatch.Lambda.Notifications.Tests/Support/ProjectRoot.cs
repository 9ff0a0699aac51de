namespace MlopsBatch.Lambda.Notifications.Tests.Support;

/// <summary>The project's root, below which the tests run.</summary>
internal static class ProjectRoot
{
    public static DirectoryInfo Folder { get; } = Find();

    private static DirectoryInfo Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MlopsBatch.sln")))
        {
            folder = folder.Parent!;
        }

        return folder;
    }
}
