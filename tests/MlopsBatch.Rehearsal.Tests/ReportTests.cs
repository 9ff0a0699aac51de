using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Json.Schema;
using MlopsBatch.Rehearsal.Reporting;
using MlopsBatch.Rehearsal.Reporting.Page;
using Snapshooter.Xunit;
using Spectre.Console.Testing;

namespace MlopsBatch.Rehearsal.Tests;

public sealed class ReportTests
{
    [Fact]
    public void The_names_in_rehearsal_json_are_a_contract() => Snapshot.Match(ReportJson.Write(SampleReport.Create()));

    [Fact]
    public void Each_picture_shows_every_step_and_version()
    {
        var report = SampleReport.Create();
        var timeline = XDocument.Parse(TimelinePicture.Draw(report)).Root!.Value;
        foreach (var step in report.Executions.SelectMany(execution => execution.Steps))
        {
            timeline.ShouldContain(step.Name);
        }

        XDocument.Parse(MetricPicture.Draw(report)!).Root!.Value.ShouldContain("version 1");
    }

    [Fact]
    public void The_last_screen_names_each_check_and_the_file()
    {
        var console = new TestConsole().Width(200);
        ReportView.Print(console, SampleReport.Create(), "out/rehearsal.json");
        Snapshot.Match(console.Output);
    }

    [Fact]
    public void The_published_schema_is_that_of_the_records() =>
        File.ReadAllText(Path.Combine(TestOptions.ProjectRoot(), "docs", "rehearsal.schema.json")).ShouldBe(ReportSchema.Write());

    [Fact]
    public void A_report_is_as_its_schema_says()
    {
        var schema = JsonSchema.FromText(ReportSchema.Write());
        var result = schema.Evaluate(
            JsonDocument.Parse(ReportJson.Write(SampleReport.Create())).RootElement,
            new() { OutputFormat = OutputFormat.List }
        );
        var faults = result.Details.SelectMany(detail => detail.Errors?.Select(error => $"{detail.InstanceLocation}: {error.Value}") ?? []);
        result.IsValid.ShouldBeTrue(string.Join("\n", faults));
    }

    [Fact]
    public void A_report_without_its_provenance_or_with_a_misspelt_field_is_none()
    {
        var report = JsonNode.Parse(ReportJson.Write(SampleReport.Create()))!.AsObject();
        report["evnets"] = report["events"]!.DeepClone();
        JsonSchema.FromText(ReportSchema.Write()).Evaluate(JsonSerializer.SerializeToElement(report)).IsValid.ShouldBeFalse();
    }
}
