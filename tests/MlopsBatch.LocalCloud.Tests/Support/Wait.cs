using System.Diagnostics;

namespace MlopsBatch.LocalCloud.Tests.Support;

/// <summary>Waits for what other processes do.</summary>
public static class Wait
{
    /// <summary>After this a process is taken to hang; only a failing test gets here.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task UntilAsync(Func<bool> condition, string otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(Limit, otherwise);
            await Task.Delay(10);
        }
    }

    /// <summary>Waits until a file exists and isn't empty, and reads it.</summary>
    public static async Task<string> ForFileAsync(string path)
    {
        await UntilAsync(() => File.Exists(path) && new FileInfo(path).Length > 0, $"{path} did not appear");
        return await File.ReadAllTextAsync(path);
    }

    /// <summary>Whether a process runs; one that is dead but not yet collected doesn't.</summary>
    public static bool IsAlive(int id)
    {
        try
        {
            // "pid (name) state …"; the name may hold anything, so the state is looked for behind the last parenthesis.
            var status = File.ReadAllText($"/proc/{id}/stat");
            return status[status.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
