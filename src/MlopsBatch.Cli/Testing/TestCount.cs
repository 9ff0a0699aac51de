using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MlopsBatch.Cli.Testing;

/// <summary>How many tests passed and failed.</summary>
internal sealed partial record TestCount(int Passed, int Failed)
{
    public int Total => Passed + Failed;

    public static TestCount operator +(TestCount a, TestCount b) => new(a.Passed + b.Passed, a.Failed + b.Failed);

    /// <summary>Sums up the results files (<c>*.trx</c>) that <c>dotnet test</c> wrote into a folder.</summary>
    public static TestCount FromTrx(DirectoryInfo folder)
    {
        var counters = folder
            .EnumerateFiles("*.trx", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file.FullName).Descendants().Where(element => element.Name.LocalName == "Counters"))
            .ToList();
        int Sum(params string[] names) => counters.Sum(counter => names.Sum(name => (int?)counter.Attribute(name) ?? 0));
        return new(Sum("passed"), Sum("failed", "error", "timeout", "aborted"));
    }

    /// <summary>Reads the summary that Python's <c>unittest</c> prints last: <c>Ran 12 tests in 3s</c>, <c>FAILED (failures=1,
    /// errors=2)</c>.</summary>
    public static TestCount FromUnittest(IEnumerable<string> output)
    {
        int ran = 0,
            failed = 0,
            skipped = 0;
        foreach (var line in output)
        {
            if (Ran().Match(line) is { Success: true } match)
            {
                ran = int.Parse(match.Groups[1].Value);
            }

            if (!line.StartsWith("OK", StringComparison.Ordinal) && !line.StartsWith("FAILED", StringComparison.Ordinal))
            {
                continue;
            }

            failed = Counts()
                .Matches(line)
                .Where(found => found.Groups[1].Value is "failures" or "errors")
                .Sum(found => int.Parse(found.Groups[2].Value));
            skipped = Counts()
                .Matches(line)
                .Where(found => found.Groups[1].Value == "skipped")
                .Sum(found => int.Parse(found.Groups[2].Value));
        }

        return new(Math.Max(0, ran - failed - skipped), failed);
    }

    [GeneratedRegex(@"^Ran (\d+) tests? in ")]
    private static partial Regex Ran();

    [GeneratedRegex(@"(\w+)=(\d+)")]
    private static partial Regex Counts();
}
