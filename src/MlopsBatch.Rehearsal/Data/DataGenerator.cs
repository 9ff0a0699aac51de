using System.Diagnostics;
using System.Globalization;

namespace MlopsBatch.Rehearsal.Data;

/// <summary>Makes a rehearsal's files with <c>scripts/rehearsal/make_data.py</c>.</summary>
internal static class DataGenerator
{
    /// <exception cref="RehearsalException">The user's data can't be used; the message is the generator's own.</exception>
    public static async Task<RehearsalData> MakeAsync(RehearsalOptions options, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(options.Python) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in Arguments(options, folder))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await output;
        return process.ExitCode == 0 ? RehearsalData.Read(folder) : throw new RehearsalException((await error).Trim());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new RehearsalException(
                $"'{start.FileName}' can't be started ({fault.Message}); './mlops doctor' tells which Python is there.",
                fault
            );
        }
    }

    private static IEnumerable<string> Arguments(RehearsalOptions options, string folder)
    {
        yield return "-B";
        yield return Path.Combine(options.Scripts.FullName, "rehearsal", "make_data.py");
        (string Name, string? Value)[] named =
        [
            ("out", folder),
            ("seed", options.Seed.ToString(CultureInfo.InvariantCulture)),
            ("metric", options.Metric),
            ("threshold", options.Threshold?.ToString("R", CultureInfo.InvariantCulture)),
            ("training-data", options.TrainingData),
            ("target", options.TrainingData is null ? null : options.Target),
            (
                "header",
                options.TrainingData is null ? null
                : options.Header ? "true"
                : "false"
            ),
            ("inference-data", options.InferenceData),
            ("ground-truth", options.GroundTruth),
        ];
        foreach (var (name, value) in named)
        {
            if (value is null)
            {
                continue;
            }

            yield return $"--{name}";
            yield return value;
        }
    }
}
