using System.Text.Json;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>
/// One column has moved by half its spread. Few rows can't show that; then the drift report has to say so. What is found
/// must be that column and no other.
/// </summary>
internal sealed class SubtleChapter : IChapter
{
    public const string Id = "subtle";

    /// <summary>By how much scripts/rehearsal/make_data.py moves the column, in its standard deviations.</summary>
    private const double Shift = 0.5;

    public string Name => Id;

    public string Title => "small drift is found, or the report says that it can't be seen";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L7"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var data = stage.Data;
        if (data.SubtleColumn is not { } column)
        {
            stage.Say("no column of this data is a number that could drift a little: nothing to see");
            return true;
        }

        var account = stage.Cloud.Production;
        var name = Path.GetFileName(data.Files.SubtleBatch);
        var seen = await stage.ScoreAsync(account, name, data.Files.SubtleBatch, data.Files.SubtleTruth, cancellation);
        var execution = seen.Execution(PipelineKind.BatchInference);
        var sure = execution is null ? null : SureShift(account.Bucket.ReadText(ReportKey(account.Layout, execution)), column);
        var found = execution?.Violations.Select(violation => violation.Feature).Distinct().ToList() ?? [];
        stage.Expect(
            "L7",
            $"a shift of {column} by half its spread is found, or the drift report says that it is too small to be seen",
            execution?.IsScored() == true && (found.Count == 0 ? sure is null or > Shift : found is [var only] && only == column),
            execution is null ? "no execution"
                : found.Count > 0 ? execution.Drift()
                : $"no violation was found; a shift that is seen with 95 % probability is {Words(sure)}"
        );
        return true;
    }

    private static string ReportKey(S3Layout layout, ExecutionReport execution) => layout.DataQuality.Key(execution.Id, S3Layout.Drift);

    private static string Words(double? sure) =>
        sure is { } shift ? $"{Sentence.Number(shift)} standard deviations" : "none at all with so few rows";

    private static double? SureShift(string report, string column)
    {
        using var document = JsonDocument.Parse(report);
        return document
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Where(feature => feature.GetProperty("name").GetString() == column)
            .Select(feature => feature.GetProperty("sureShift"))
            .Select(shift => shift.ValueKind == JsonValueKind.Number ? shift.GetDouble() : (double?)null)
            .Single();
    }
}
