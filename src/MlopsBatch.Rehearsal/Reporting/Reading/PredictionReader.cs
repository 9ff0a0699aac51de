using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Rehearsal.Reporting.Reading;

/// <summary>Predictions beside the truth, from the combined files of a batch.</summary>
/// <param name="layout">Where things are.</param>
/// <param name="metric">Tells numbers from classes.</param>
internal sealed class PredictionReader(S3Layout layout, Metric metric)
{
    private const int MostPoints = 400;

    /// <returns>Null where no truth is known.</returns>
    public PredictionReport? Read(S3Bucket bucket, string execution)
    {
        var pairs = bucket.List(layout.BatchCombined.Key(execution, "")).SelectMany(file => Pairs(bucket, file.Key)).ToList();
        if (pairs.Count == 0)
        {
            return null;
        }

        if (metric.ProblemType == ProblemType.Classification)
        {
            return new(
                [],
                [
                    .. pairs
                        .CountBy(pair => pair)
                        .OrderBy(cell => cell.Key, Comparer<(string, string)>.Create(Compare))
                        .Select(cell => new ConfusionReport(cell.Key.Truth, cell.Key.Predicted, cell.Value)),
                ]
            );
        }

        var every = (pairs.Count + MostPoints - 1) / MostPoints;
        var drawn = pairs.Where((_, index) => index % every == 0);
        return new([.. drawn.Select(pair => new PointReport(Number(pair.Truth), Number(pair.Predicted)))], []);
    }

    private static IEnumerable<(string Truth, string Predicted)> Pairs(S3Bucket bucket, string key)
    {
        using var parser = new TextFieldParser(bucket.OpenRead(key))
        {
            Delimiters = [","],
            HasFieldsEnclosedInQuotes = true,
            TrimWhiteSpace = false,
        };
        var names = parser.ReadFields() ?? [];
        var (truth, predicted) = (Array.LastIndexOf(names, "truth"), Array.LastIndexOf(names, "prediction"));
        while (truth >= 0 && predicted >= 0 && parser.ReadFields() is { } fields)
        {
            yield return (fields[truth], fields[predicted]);
        }
    }

    private static int Compare((string, string) one, (string, string) other) =>
        string.CompareOrdinal(one.Item1, other.Item1) is not 0 and var order ? order : string.CompareOrdinal(one.Item2, other.Item2);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
