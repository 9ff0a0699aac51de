using System.Globalization;
using MlopsBatch.LocalCloud.SageMaker.Executions;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

/// <summary>Puts the end of a job's process into words.</summary>
internal static class ExitCode
{
    private const int SignalBase = 128;

    /// <summary>Does nothing for 0.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="message">What the script itself said; the end of the log stands in for it.</param>
    /// <param name="folder">The job's folder.</param>
    /// <exception cref="StepFailedException">For any other exit code.</exception>
    public static void ThrowIfFailed(int code, string? message, JobFolder folder)
    {
        if (code == 0)
        {
            return;
        }
        var log = folder.LogTail();
        var text = message ?? (log.Length > 0 ? log : "the script printed nothing");
        throw StepFailedException.Algorithm(
            code > SignalBase
                ? string.Create(CultureInfo.InvariantCulture, $"{text}, exit code: {code} (killed by signal {code - SignalBase})")
                : string.Create(CultureInfo.InvariantCulture, $"{text}, exit code: {code}")
        );
    }
}
