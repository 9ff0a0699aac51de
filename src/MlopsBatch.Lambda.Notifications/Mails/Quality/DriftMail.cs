using System.Text.Json;
using MlopsBatch.Aws;
using MlopsBatch.Events;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.Monitoring;
using MlopsBatch.Events.S3;
using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Lambda.Notifications.Mails.Quality;

/// <summary>A file of constraint violations was written: which features drifted, and how far.</summary>
internal sealed class DriftMail(MailTools tools)
{
    // Beyond this nobody reads on, and every metric costs; the file has them all.
    private const int MaxFeatures = 50;

    /// <summary>Whether the object is a violations file; others are none of this mail's business.</summary>
    public static bool IsViolationsFile(string key) => key.EndsWith("/" + S3Layout.ConstraintViolations, StringComparison.Ordinal);

    public async Task<Decision> ComposeAsync(EventBridgeEvent<ObjectCreatedDetail> e, CancellationToken cancellationToken)
    {
        if (e.Detail is not { Bucket.Name: { Length: > 0 } bucket, Object.Key: { Length: > 0 } key })
        {
            return new Decision.NotUnderstood("detail.bucket.name or detail.object.key is missing");
        }

        if (!IsViolationsFile(key))
        {
            return new Decision.NotUnderstood($"s3://{bucket}/{key} is no file of constraint violations");
        }

        var file = new ViolationsFile(bucket, key, tools.Settings, new ConsoleLinks(e.Region));
        var (violations, problem) = await ReadAsync(bucket, key, cancellationToken);
        if (violations is { Count: 0 })
        {
            return new Decision.Ignore("the list of violations is empty");
        }

        await file.FindRunAsync(e, tools, cancellationToken);
        return violations is null ? Unreadable(file, e, problem!) : Drifted(file, e, violations);
    }

    private async Task<(IReadOnlyList<ConstraintViolation>? Violations, string? Problem)> ReadAsync(
        string bucket,
        string key,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var content = JsonSerializer.Deserialize(
                await tools.Objects.ReadAsync(bucket, key, cancellationToken),
                EventsJsonContext.Default.ConstraintViolations
            );
            return content?.Violations switch
            {
                null => (null, "it has no list \"violations\""),
                var list when list.Contains(null!) => (null, "its list \"violations\" has an element that is null"),
                var list => (list, null),
            };
        }
        catch (LookupException failure)
        {
            return (null, failure.Message);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return (null, $"it is malformed: {JsonFaults.Words(failure)}");
        }
    }

    private Mail Drifted(ViolationsFile file, EventBridgeEvent<ObjectCreatedDetail> e, IReadOnlyList<ConstraintViolation> violations)
    {
        var sorted = violations
            .OrderByDescending(v => v.Distance ?? -1)
            .ThenBy(v => v.FeatureName ?? v.MetricName, StringComparer.Ordinal)
            .ToArray();
        var features = sorted.Select(v => v.FeatureName ?? v.MetricName ?? "?").Distinct().ToArray();
        var text = new MailText()
            .Paragraph(
                file.IsOfTraining
                    ? $"The training data of {file.Name} differs from the baseline that it was checked against, "
                        + $"in {Count(features.Length)}. "
                        + "The training went on with it."
                    : $"A batch of {file.Name} differs from the data that the approved model was trained on, in {Count(features.Length)}. "
                        + "The batch was scored all the same; its predictions may be less good."
            )
            .Gap();
        foreach (var violation in sorted.Take(MaxFeatures))
        {
            text.Item(ViolationWords.Of(violation));
        }

        if (sorted.Length > MaxFeatures)
        {
            text.Line($"and {sorted.Length - MaxFeatures} more, all of them in the file.");
        }

        text.Gap();
        file.WriteTo(text, e);
        text.Heading("What to do")
            .Line("Look at how these features came about: a changed unit, a missing source, another population.")
            .Line(
                file.IsOfTraining
                    ? "If the change is meant, nothing needs doing: the version that this training registers brings a baseline of its own. "
                        + "If it is a mistake, correct the training data and train again before you approve a version."
                    : "If the change is here to stay, train on newer data. If it is a mistake, put a corrected batch in place."
            )
            .Gap()
            .Row("File", file.Link)
            .Row("Log", file.Logs);
        return new Mail
        {
            Kind = MailKinds.DataDrift,
            Topic = MailTopic.Quality,
            Severity = Severities.Warning,
            Model = file.Model?.Name,
            Subject =
                $"{file.Name}: {(file.IsOfTraining ? "training data drifted" : "data drift")} in {Count(features.Length)}: "
                + string.Join(", ", sorted.DistinctBy(v => v.FeatureName ?? v.MetricName).Select(Short)),
            Body = text.ToString(),
            // A feature has one metric, whatever the number of its violations; sorted by distance, the farthest is kept.
            Metrics =
            [
                .. sorted
                    .Where(v => v is { Distance: not null, FeatureName: not null })
                    .DistinctBy(v => v.FeatureName)
                    .Take(MaxFeatures)
                    .Select(v => Distance(file, v)),
            ],
        };
    }

    private static Mail Unreadable(ViolationsFile file, EventBridgeEvent<ObjectCreatedDetail> e, string reason)
    {
        var text = new MailText()
            .Paragraph(
                $"The data quality check of {file.Name} wrote a file of violations that can't be read, "
                    + "so nobody knows yet whether the data drifted. What was trained or scored is not affected."
            )
            .Row("Reason", reason)
            .Gap();
        file.WriteTo(text, e);
        text.Heading("What to do")
            .Line(
                "If the file is gone, start the pipeline again to check anew. If it may not be read, the function's role needs "
                    + "s3:GetObject on it and kms:Decrypt on the bucket's key. Else open it and see."
            )
            .Gap()
            .Row("File", file.Link)
            .Row("Log", file.Logs);
        return new Mail
        {
            Kind = MailKinds.UnreadableViolations,
            Topic = MailTopic.Operations,
            Severity = Severities.Error,
            Model = file.Model?.Name,
            Subject = $"{file.Name}: a file of data quality violations can't be read",
            Body = text.ToString(),
        };
    }

    private static string Count(int features) => features == 1 ? "1 feature" : $"{features} features";

    private static string Short(ConstraintViolation violation) =>
        (violation.FeatureName ?? violation.MetricName ?? "?")
        + (violation.Distance is { } distance ? $" ({Figures.Number(distance)})" : "");

    private static MetricValue Distance(ViolationsFile file, ConstraintViolation violation) =>
        new(
            FunctionMetrics.DriftDistance,
            violation.Distance!.Value,
            "None",
            new(FunctionMetrics.ModelDimension, file.Name),
            new(FunctionMetrics.FeatureDimension, violation.FeatureName!)
        );
}
