namespace MlopsBatch.Cli.Commands;

/// <summary>The commit that is checked out, read from Git's own files: Git itself needn't be there.</summary>
internal static class RepositoryHead
{
    private const string Reference = "ref: ";
    private const string LinkedFolder = "gitdir: ";

    /// <param name="root">The repository's folder, or a worktree of it.</param>
    /// <returns>The commit's hash; <c>unknown</c> where it can't be read.</returns>
    public static string Read(DirectoryInfo root)
    {
        try
        {
            var folder = Path.Combine(root.FullName, ".git");
            if (File.Exists(folder))
            {
                folder = Path.GetFullPath(FirstLine(folder)[LinkedFolder.Length..], root.FullName);
            }

            var head = FirstLine(Path.Combine(folder, "HEAD"));
            return head.StartsWith(Reference, StringComparison.Ordinal) ? Resolve(folder, head[Reference.Length..]) : head;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "unknown";
        }
    }

    private static string Resolve(string folder, string reference)
    {
        // A worktree has its own HEAD; the branches are the repository's.
        var link = Path.Combine(folder, "commondir");
        var shared = File.Exists(link) ? Path.GetFullPath(FirstLine(link), folder) : folder;
        var loose = Path.Combine(shared, reference);
        if (File.Exists(loose))
        {
            return FirstLine(loose);
        }

        var packed = File.ReadLines(Path.Combine(shared, "packed-refs"))
            .FirstOrDefault(line => line.EndsWith(" " + reference, StringComparison.Ordinal));
        return packed?.Split(' ')[0] ?? "unknown";
    }

    private static string FirstLine(string file) => File.ReadLines(file).First().Trim();
}
