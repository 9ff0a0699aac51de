namespace MlopsBatch.Rehearsal.Tests;

/// <summary>A test that needs Chromium; where there is none, it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium is null ? "There is no Chromium on this machine." : null;

    /// <summary>The browser's executable; null if there is none.</summary>
    public static string? Chromium { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
