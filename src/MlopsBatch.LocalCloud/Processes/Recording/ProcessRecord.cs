using System.Globalization;

namespace MlopsBatch.LocalCloud.Processes.Recording;

/// <summary>What one run of a process gave: a folder with the files that it wrote, its exit code, and what it answered.</summary>
/// <param name="folder">The folder; it is there once the record is whole.</param>
internal sealed class ProcessRecord(string folder)
{
    private const string ExitFile = "exit",
        FilesFolder = "files",
        Log = "log.txt";

    /// <summary>Puts the files in place.</summary>
    /// <returns>The exit code; null if there is no record.</returns>
    public int? Restore(string root, string logFile)
    {
        var exit = Path.Combine(folder, ExitFile);
        if (!File.Exists(exit))
        {
            return null;
        }

        var files = Path.Combine(folder, FilesFolder);
        foreach (var file in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(root, Path.GetRelativePath(files, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        File.Copy(Path.Combine(folder, Log), logFile, overwrite: true);
        return int.Parse(File.ReadAllText(exit), CultureInfo.InvariantCulture);
    }

    /// <summary>Keeps what a process gave. A record that another has made meanwhile is as good.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="root">The process's folder.</param>
    /// <param name="changed">The files that it wrote, relative.</param>
    /// <param name="logFile">Its log.</param>
    public void Keep(int code, string root, IEnumerable<string> changed, string logFile)
    {
        var part = NewPart();
        Directory.CreateDirectory(Path.Combine(part, FilesFolder));
        foreach (var path in changed.Where(path => Path.Combine(root, path) != logFile))
        {
            var target = Path.Combine(part, FilesFolder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(root, path), target);
        }

        File.Copy(logFile, Path.Combine(part, Log));
        File.WriteAllText(Path.Combine(part, ExitFile), code.ToString(CultureInfo.InvariantCulture));
        try
        {
            Directory.Move(part, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(part, recursive: true);
        }
    }

    /// <summary>What the process wrote once it had read so much; null if that isn't known.</summary>
    /// <param name="heard">Hash of all that it had read.</param>
    public byte[]? Answer(string heard) => File.Exists(AnswerFile(heard)) ? File.ReadAllBytes(AnswerFile(heard)) : null;

    /// <summary>Keeps an answer.</summary>
    public void KeepAnswer(string heard, byte[] answer)
    {
        Directory.CreateDirectory(folder);
        var part = NewPart();
        File.WriteAllBytes(part, answer);
        File.Move(part, AnswerFile(heard), overwrite: true);
    }

    private string AnswerFile(string heard) => Path.Combine(folder, heard);

    private string NewPart()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        return Path.Combine(Path.GetDirectoryName(folder)!, $"{Path.GetRandomFileName()}.part");
    }
}
