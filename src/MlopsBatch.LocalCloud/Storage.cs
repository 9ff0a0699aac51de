namespace MlopsBatch.LocalCloud;

/// <summary>Turns the operating system's refusals (disk full, read-only folder, missing rights) into errors that name the path.</summary>
internal static class Storage
{
    /// <param name="what">What is being done, for example "store s3://b/k".</param>
    /// <param name="path">The file or folder that it needs.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="CloudException">StorageUnavailable.</exception>
    public static T Run<T>(string what, string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(what, path, error);
        }
    }

    /// <inheritdoc cref="Run{T}"/>
    public static void Run(string what, string path, Action work) =>
        Run(
            what,
            path,
            () =>
            {
                work();
                return true;
            }
        );

    public static CloudException Unavailable(string what, string path, Exception error) =>
        new(
            "StorageUnavailable",
            $"Cannot {what} in '{path}': {error.Message} Free some space, or choose a folder that can be written to.",
            error
        );
}
