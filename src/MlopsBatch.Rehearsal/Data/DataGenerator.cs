using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Processes;

namespace MlopsBatch.Rehearsal.Data;

/// <summary>Makes a rehearsal's files with <c>scripts/rehearsal/make_data.py</c>.</summary>
internal static class DataGenerator
{
    private const string LogFile = "log.txt";

    /// <summary>A shell's exit code for a program that isn't there.</summary>
    private const int CannotStart = 127;

    /// <exception cref="RehearsalException">The user's data can't be used; the message is the generator's own.</exception>
    public static async Task<RehearsalData> MakeAsync(
        RehearsalOptions options,
        string folder,
        CloudOptions cloud,
        IProcessLauncher launcher,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, LogFile);
        await using var process = await launcher.StartAsync(
            new ProcessRequest
            {
                FileName = options.Python,
                Arguments = [.. Arguments(options, folder)],
                WorkingFolder = folder,
                Environment = WarmPython.EnvironmentIn(folder, cloud),
                LogFile = log,
            },
            cancellation
        );
        var code = await process.Exited.WaitAsync(cancellation);
        if (code == 0)
        {
            return RehearsalData.Read(folder);
        }

        var text = (await File.ReadAllTextAsync(log, cancellation)).Trim();
        throw new RehearsalException(
            code == CannotStart ? $"'{options.Python}' can't be started ({text}); './mlops doctor' tells which Python is there." : text
        );
    }

    private static string? List(IReadOnlyList<string> words) =>
        words.Count == 0 ? null : new JsonArray([.. words.Select(word => (JsonNode)word)]).ToJsonString();

    private static IEnumerable<string> Arguments(RehearsalOptions options, string folder)
    {
        yield return options.Script("rehearsal", "make_data.py");
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
            ("record-id", options.Format.RecordId),
            ("exclude", List(options.Format.Exclude)),
            ("missing", List(options.Format.Missing)),
            ("separator", options.Format.Separator),
            ("decimal", options.Format.Decimal),
            ("positive-class", options.Format.PositiveClass),
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
