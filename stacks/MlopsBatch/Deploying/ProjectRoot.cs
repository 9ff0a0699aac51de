namespace MlopsBatch.Deploying;

/// <summary>Finds the project's root.</summary>
internal static class ProjectRoot
{
    /// <param name="hint">Folder of <c>Pulumi.yaml</c> as the engine says it, or null: the engine starts the program in it.</param>
    public static DirectoryInfo Find(string? hint)
    {
        var start = new DirectoryInfo(string.IsNullOrEmpty(hint) ? "." : hint);
        for (var folder = start; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
            {
                return folder;
            }
        }

        return start;
    }
}
