using Microsoft.Playwright;
using MlopsBatch.Rehearsal.Reporting.Page;

namespace MlopsBatch.Rehearsal.Tests;

/// <summary>The page as a browser shows it.</summary>
public sealed class ReportInBrowserTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [BrowserFact]
    public async Task The_page_fits_wide_and_narrow_screens_without_a_complaint()
    {
        var file = Path.Combine(_folder.Path, "report.html");
        await File.WriteAllTextAsync(file, ReportPage.Write(SampleReport.Create(), [await LoopAsync()]));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = ["--no-sandbox"] }
        );
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light) })
        {
            await using var context = await browser.NewContextAsync(
                new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } }
            );
            var page = await context.NewPageAsync();
            var complaints = new List<string>();
            page.Console += (_, message) => complaints.Add(message.Text);
            page.PageError += (_, error) => complaints.Add(error);
            page.Request += (_, request) =>
            {
                if (new Uri(request.Url).Scheme is not ("file" or "data"))
                {
                    complaints.Add($"asks for {request.Url}");
                }
            };
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            (await page.Locator("#verdict").IsVisibleAsync()).ShouldBeTrue();
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
            complaints.ShouldBeEmpty();
        }
    }

    /// <summary>From a mail's number at an expectation to the mail, which opens, on a narrow screen.</summary>
    [BrowserFact]
    public async Task A_link_opens_what_it_leads_to_and_print_is_black_on_white()
    {
        var file = Path.Combine(_folder.Path, "report.html");
        var report = SampleReport.Create();
        report = report with { Checks = [report.Checks[0] with { Events = [1], Mails = [1] }, .. report.Checks.Skip(1)] };
        await File.WriteAllTextAsync(file, ReportPage.Write(report, [await LoopAsync()]));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = ["--no-sandbox"] }
        );
        await using var context = await browser.NewContextAsync(
            new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 390, Height = 800 } }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await page.Locator("#L1 a[href='#mail-1']").ClickAsync();
        (await page.Locator("#mail-1").IsVisibleAsync()).ShouldBeTrue();
        await page.Locator("#L1 .between summary").ClickAsync();
        await page.Locator("#L1 a[href='#event-1']").ClickAsync();
        (await page.Locator("#event-1").IsVisibleAsync()).ShouldBeTrue();
        await page.Locator("#loop-1 a[href='#L1']").First.ClickAsync();
        page.Url.ShouldEndWith("#L1");

        const string Background = "getComputedStyle(document.body).backgroundColor";
        (await page.EvaluateAsync<string>(Background)).ShouldBe("rgb(18, 24, 31)");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.EvaluateAsync<string>(Background)).ShouldBe("rgb(255, 255, 255)");
        (await page.Locator("#events").IsVisibleAsync()).ShouldBeFalse();
    }

    /// <summary>The picture of the documentation.</summary>
    private static Task<string> LoopAsync() =>
        File.ReadAllTextAsync(Path.Combine(TestOptions.ProjectRoot(), "docs", "pictures", "loop.svg"));

    public void Dispose() => _folder.Dispose();
}
