namespace MlopsBatch.Rehearsal;

/// <summary>
/// The folder below the output folder that holds the local cloud. What a killed rehearsal left there is removed at the
/// start; two rehearsals never share one.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>Marks a folder as made by a rehearsal: only such a one is ever removed.</summary>
    private const string Marker = ".mlops-rehearsal";

    private readonly FileStream _lock;
    private readonly bool _keep;

    private WorkFolder(string path, FileStream held, bool keep) => (Path, _lock, _keep) = (path, held, keep);

    public string Path { get; }

    /// <exception cref="RehearsalException">The output folder can't be written, another rehearsal works in it, or it holds a
    /// <c>cloud</c> of the user's own.</exception>
    public static WorkFolder Open(RehearsalOptions options)
    {
        var output = options.Output.FullName;
        FileStream? held = null;
        try
        {
            Directory.CreateDirectory(output);
            held = new FileStream(
                System.IO.Path.Combine(output, ".lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            var path = System.IO.Path.Combine(output, "cloud");
            if (Directory.Exists(path))
            {
                if (!File.Exists(System.IO.Path.Combine(path, Marker)) && Directory.EnumerateFileSystemEntries(path).Any())
                {
                    held.Dispose();
                    throw new RehearsalException(
                        $"{path} holds files that no rehearsal made: move them, or choose another folder with --out."
                    );
                }

                Directory.Delete(path, recursive: true);
            }

            Directory.CreateDirectory(path);
            File.WriteAllText(System.IO.Path.Combine(path, Marker), "");
            return new(path, held, options.Keep);
        }
        catch (IOException fault) when (held is null && IsHeldByAnother(fault))
        {
            throw new RehearsalException($"Another rehearsal is at work in {output}: wait for it, or choose another folder with --out.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            throw new RehearsalException(
                $"The output folder {output} can't be written ({fault.Message}): choose another with --out.",
                fault
            );
        }
    }

    /// <summary>EWOULDBLOCK on Linux (11) and macOS (35), ERROR_SHARING_VIOLATION on Windows; anything else is the disk's fault.</summary>
    private static bool IsHeldByAnother(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);

    public void Dispose()
    {
        if (!_keep)
        {
            Directory.Delete(Path, recursive: true);
        }

        _lock.Dispose();
    }
}
