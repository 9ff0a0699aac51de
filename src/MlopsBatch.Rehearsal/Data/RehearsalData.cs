using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Rehearsal.Data;

/// <summary>The files of a rehearsal, as the data generator made them.</summary>
/// <param name="Rows">All rows at hand, without header.</param>
/// <param name="Columns">Their columns, with the target.</param>
/// <param name="Header">Whether the files have a header line.</param>
/// <param name="TargetPosition">The target's column, from 0.</param>
/// <param name="RecordIdPosition">The record id's column, from 0; null if there is none.</param>
/// <param name="Metric">The metric that decides.</param>
/// <param name="Naive">The naive baseline's value of that metric.</param>
/// <param name="Threshold">The metric's bound.</param>
/// <param name="MetricGiven">Whether the metric was asked for; else it follows from the target.</param>
/// <param name="SubtleColumn">The column that drifts a little in the subtle batch; null if there is none that could.</param>
/// <param name="Warnings">What is odd about the files, but allowed.</param>
/// <param name="Files">Paths relative to <see cref="Folder"/>.</param>
internal sealed record RehearsalData(
    long Rows,
    int Columns,
    bool Header,
    int TargetPosition,
    int? RecordIdPosition,
    string Metric,
    double? Naive,
    double Threshold,
    RehearsalFiles Files,
    bool MetricGiven = true,
    string? SubtleColumn = null,
    IReadOnlyList<DataWarning>? Warnings = null
)
{
    /// <summary>Whether the clean batch is one that the user gave: it may have drifted.</summary>
    public bool OwnBatch { get; init; }

    /// <summary>Versions of Python and of the scripts' libraries.</summary>
    public IReadOnlyDictionary<string, string> Libraries { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the files lie.</summary>
    [JsonIgnore]
    public string Folder { get; private init; } = "";

    public static RehearsalData Read(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "data.json"));
        return JsonSerializer.Deserialize(file, RehearsalDataJson.Default.RehearsalData)! with { Folder = folder };
    }

    /// <summary>The full path of one of <see cref="Files"/>.</summary>
    public string PathOf(string relative) => Path.Combine(Folder, relative);
}
