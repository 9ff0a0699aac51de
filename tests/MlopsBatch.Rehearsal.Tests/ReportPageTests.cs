using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MlopsBatch.Rehearsal.Reporting;
using MlopsBatch.Rehearsal.Reporting.Page;

namespace MlopsBatch.Rehearsal.Tests;

public sealed class ReportPageTests
{
    [Fact]
    public void The_first_sentence_is_the_verdict()
    {
        var page = Parse(SampleReport.Create());
        page.QuerySelector("#verdict")!.TextContent.ShouldBe(
            "The loop doesn't close: 1 of 2 expectations were missed, in L7. First: drift is found (0 violations)."
        );
        Parse(SampleReport.Create() with { Outcome = RehearsalRun.Passed, Checks = [new("L1", "it runs", true, "so it did")] })
            .QuerySelector("#verdict")!.TextContent.ShouldBe("The loop closes: all 1 expectations were met.");
    }

    [Fact]
    public void Each_row_of_the_loop_leads_to_what_was_seen()
    {
        var page = Parse(SampleReport.Create());
        var links = page.QuerySelectorAll(".loop a");
        links.Select(link => $"{link.GetAttribute("href")} {link.ClassName}").ShouldBe(["#L1 good", "#L7 bad"]);
        foreach (var link in links)
        {
            page.QuerySelector(link.GetAttribute("href")!).ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_pictures_badges_lead_to_their_rows_and_its_style_is_its_own()
    {
        var page = Parse(SampleReport.Create());
        var badges = page.QuerySelectorAll("#loop-1 a");
        badges
            .Select(badge => $"{badge.GetAttribute("href")} {badge.TextContent.Trim()}")
            .ShouldBe(["#L1 L1 seenL1", "#L7 L7 missedL7 · drifts"]);
        page.QuerySelector("#loop-1 style")!.TextContent.ShouldBe("#loop-1{text{fill:red}}");
    }

    [Fact]
    public void An_expectation_leads_to_the_mails_and_events_between()
    {
        var report = SampleReport.Create();
        var page = Parse(report with { Checks = [report.Checks[0] with { Events = [1], Mails = [1] }] });
        var links = page.QuerySelectorAll("#L1 a").Select(link => link.GetAttribute("href")!).ToList();
        links.ShouldBe(["#mail-1", "#event-1"]);
        page.QuerySelector(links[0])!.TextContent.ShouldBe(report.Notifications[0].Body);
        page.QuerySelector(links[1])!.TextContent.ShouldBe(report.Events[0].Detail);
    }

    [Fact]
    public void Nothing_comes_from_elsewhere_and_nothing_is_taken_for_markup()
    {
        var page = Parse(SampleReport.Create());
        page.QuerySelectorAll("script, iframe, img, link:not([href^='data:'])").ShouldBeEmpty();
        page.QuerySelectorAll("[src]").ShouldBeEmpty();
        page.QuerySelectorAll("a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith('#'));
        page.Body!.TextContent.ShouldContain("train <1>.csv");
        page.QuerySelector(".mail pre")!.TextContent.ShouldBe("<b>not bold</b>");
    }

    [Fact]
    public void A_failure_that_was_expected_is_told_from_one_that_was_not()
    {
        var report = SampleReport.Create();
        Heading(report).ShouldBe("bad failed, not expected");
        var expected = new CheckReport("L10", "it fails", true, "Failed: DataPreProcessingStep: x < y");
        Heading(report with { Checks = [.. report.Checks, expected] }).ShouldBe("warn failed, as expected");

        static string Heading(RehearsalReport report)
        {
            var ending = Parse(report).QuerySelector("#execution-2 h3 span")!;
            return $"{ending.ClassName} {ending.TextContent}";
        }
    }

    [Fact]
    public void Versions_stand_beside_the_threshold_and_the_naive_baseline()
    {
        var cells = Parse(SampleReport.Create()).QuerySelectorAll("#versions tbody tr:first-child td").Select(cell => cell.TextContent);
        cells.ShouldBe(["1", "Approved", "training", "3983", "5639", "1656 (95 %: 900 to 2400, 89 rows)", "max_depth=3"]);
    }

    [Fact]
    public void Trials_warnings_distributions_and_predictions_are_shown()
    {
        var page = Parse(SampleReport.Create());
        page.QuerySelector(".trials tbody tr")!.TextContent.ShouldContain("trial-001 best");
        page.QuerySelector("#execution-1 .warn")!.TextContent.ShouldContain("2 cells of age are missing");
        page.QuerySelector("#execution-2 figure b")!.TextContent.ShouldBe("bmi");
        page.QuerySelectorAll("#execution-2 figure svg path").Select(path => path.ClassName).ShouldBe(["base", "batch"]);
        page.QuerySelectorAll("#execution-2 circle").Length.ShouldBe(2);
    }

    [Fact]
    public void Huge_and_undefined_numbers_are_shown()
    {
        var report = SampleReport.Create();
        var metrics = new Dictionary<string, double> { ["mse"] = 1e300, ["naive"] = double.NaN };
        var page = Parse(report with { ModelPackages = [report.ModelPackages[0] with { Metrics = metrics }] });
        page.QuerySelector("#versions td:nth-child(4)")!.TextContent.ShouldBe("1e300");
        page.QuerySelector("#versions td:nth-child(5)")!.TextContent.ShouldBe("undefined");
    }

    [Fact]
    public void Without_versions_it_says_so() =>
        Parse(SampleReport.Create() with { ModelPackages = [] }).Body!.TextContent.ShouldContain("No version was registered.");

    private const string Loop = """
        <svg viewBox="0 0 9 9"><style>text{fill:red}</style><text class="badge" x="1">L1</text><text class="small" x="2">L7 · drifts</text>
        <text class="badge" x="3">L10</text></svg>
        """;

    private static IHtmlDocument Parse(RehearsalReport report) => new HtmlParser().ParseDocument(ReportPage.Write(report, [Loop]));
}
