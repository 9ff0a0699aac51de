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
        await File.WriteAllTextAsync(file, ReportPage.Write(SampleReport.Create()));
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

    public void Dispose() => _folder.Dispose();
}
