using MlopsBatch.Events.Monitoring;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Quality;

/// <summary>A violation in words.</summary>
internal static class ViolationWords
{
    /// <summary><c>length: its distribution changed, distance 0.31 (threshold 0.1)</c>.</summary>
    public static string Of(ConstraintViolation violation)
    {
        var name = violation.FeatureName ?? violation.MetricName ?? "?";
        var finding = violation.CheckType switch
        {
            ViolationKinds.BaselineDrift => "its distribution changed",
            ViolationKinds.DataType => "values of another type",
            ViolationKinds.Completeness => "more values are missing",
            ViolationKinds.MissingColumn => "the column is missing",
            ViolationKinds.ExtraColumn => "a column that training didn't have",
            ViolationKinds.CategoricalValues => "categories that training didn't have",
            null => "a constraint is violated",
            var other => other,
        };
        if (violation.Distance is not { } distance)
        {
            return $"{name}: {finding}{(violation.Description is { } text ? $" ({text.Trim()})" : "")}";
        }

        return $"{name}: {finding}, distance {Figures.Number(distance, violation.Threshold)}"
            + (violation.Threshold is { } bound ? $" (threshold {Figures.Number(bound, distance)})" : "");
    }
}
