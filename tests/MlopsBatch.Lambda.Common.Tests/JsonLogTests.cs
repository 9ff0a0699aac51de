using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Common.Logging;

namespace MlopsBatch.Lambda.Common.Tests;

public sealed class JsonLogTests
{
    private readonly MemoryStream _output = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_line_is_one_JSON_object_with_what_is_known()
    {
        new JsonLog(_output, _time).Information(
            "done\nwell",
            new("model", "abalone"),
            new("durationMs", 1.5),
            new("left out", (string?)null)
        );
        var text = Encoding.UTF8.GetString(_output.ToArray());
        text.ShouldBe(
            "{\"timestamp\":\"2026-11-20T03:00:00+00:00\",\"level\":\"Information\","
                + "\"message\":\"done\\nwell\",\"model\":\"abalone\",\"durationMs\":1.5}\n"
        );
    }

    // Source: CloudWatch user guide, "Specification: Embedded metric format".
    [Fact]
    public void Metrics_are_in_embedded_metric_format()
    {
        new JsonLog(_output, _time).Write(
            "Information",
            "sent",
            [MetricValue.Count(FunctionMetrics.NotificationsSent, new KeyValuePair<string, string>(FunctionMetrics.KindDimension, "step"))]
        );
        JsonNode
            .DeepEquals(
                Line(),
                JsonNode.Parse(
                    """
                    {"timestamp":"2026-11-20T03:00:00+00:00","level":"Information","message":"sent",
                     "_aws":{"Timestamp":1795143600000,"CloudWatchMetrics":[{"Namespace":"MlopsBatch","Dimensions":[["Kind"]],"Metrics":[{"Name":"NotificationsSent","Unit":"Count"}]}]},
                     "NotificationsSent":1,"Kind":"step"}
                    """
                )
            )
            .ShouldBeTrue();
    }

    [Fact]
    public void Any_feature_name_becomes_a_dimension_that_CloudWatch_takes() =>
        Gen
            .Char.Array[0, 2000]
            .Sample(chars =>
            {
                var output = new MemoryStream();
                new JsonLog(output, _time).Write(
                    "Information",
                    "",
                    [
                        new MetricValue(
                            FunctionMetrics.DriftDistance,
                            0.5,
                            "None",
                            new KeyValuePair<string, string>(FunctionMetrics.FeatureDimension, new string(chars))
                        ),
                    ]
                );
                var value = (string)JsonNode.Parse(output.ToArray())![FunctionMetrics.FeatureDimension]!;
                return value.Length is > 0 and <= 1024 && value.All(c => c is >= ' ' and <= '~') && value.Trim() == value;
            });

    [Fact]
    public void Any_text_makes_one_readable_line() =>
        Gen
            .Char.Array[0, 200]
            .Sample(chars =>
            {
                var output = new MemoryStream();
                new JsonLog(output, _time).Warning(new string(chars), new LogField("field", new string(chars)));
                var text = Encoding.UTF8.GetString(output.ToArray());
                return text.Count(c => c == '\n') == 1 && JsonNode.Parse(text) is JsonObject { Count: 4 };
            });

    [Fact]
    public void A_large_event_is_kept_in_several_lines()
    {
        var text = string.Concat(
            Enumerable.Range(0, 60_000).Select(i => i.ToString("D5", System.Globalization.CultureInfo.InvariantCulture))
        );
        new JsonLog(_output, _time).RawEvent(text, new LogField("requestId", "r"));
        var lines = Encoding
            .UTF8.GetString(_output.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToArray();
        lines.Length.ShouldBe(3);
        string.Concat(lines.Select(line => (string)line["rawEvent"]!)).ShouldBe(text);
        lines.ShouldAllBe(line => (string)line["requestId"]! == "r");
        ((string)lines[0]["message"]!).ShouldBe("Raw event, part 1 of 3");
    }

    private JsonNode Line() => JsonNode.Parse(_output.ToArray())!;
}
