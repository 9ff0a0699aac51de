using System.Xml.Linq;
using MlopsBatch.Rehearsal.Reporting;
using Snapshooter.Xunit;
using Spectre.Console.Testing;

namespace MlopsBatch.Rehearsal.Tests;

public sealed class ReportTests
{
    [Fact]
    public void The_names_in_rehearsal_json_are_a_contract() => Snapshot.Match(ReportJson.Write(SampleReport.Create()));

    [Fact]
    public void The_page_needs_nothing_from_elsewhere_and_escapes_what_it_shows()
    {
        var page = ReportPage.Write(SampleReport.Create());
        page.ShouldNotContain("http");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("src=");
        page.ShouldContain("train &lt;1&gt;.csv");
        page.ShouldContain("x &lt; y");
        page.ShouldContain("baseline_drift_check");
    }

    [Fact]
    public void Each_picture_shows_every_step_and_version()
    {
        var report = SampleReport.Create();
        var timeline = XDocument.Parse(TimelinePicture.Draw(report)).Root!.Value;
        foreach (var step in report.Executions.SelectMany(execution => execution.Steps))
        {
            timeline.ShouldContain(step.Name);
        }

        XDocument.Parse(MetricPicture.Draw(report)).Root!.Value.ShouldContain("version 1");
    }

    [Fact]
    public void A_report_without_versions_says_so() =>
        MetricPicture.Draw(SampleReport.Create() with { ModelPackages = [] }).ShouldContain("No version was registered.");

    [Fact]
    public void The_last_screen_names_each_check_and_the_file()
    {
        var console = new TestConsole().Width(200);
        ReportView.Print(console, SampleReport.Create(), "out/rehearsal.json");
        Snapshot.Match(console.Output);
    }
}
