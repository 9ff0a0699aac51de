using System.Runtime.InteropServices;

namespace MlopsBatch.LocalCloud.Processes;

/// <summary>A process with all that it started and that stayed in its group.</summary>
internal static class ProcessGroup
{
    private const int Sigkill = 9;

    /// <summary>Ends all of a group at once; an error says that it has gone, as it shall.</summary>
    /// <param name="leader">The process id of its leader.</param>
    public static void Kill(int leader) => _ = Kill(-leader, Sigkill);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int id, int signal);
}
