using System.Globalization;
using System.Xml.Linq;

namespace MlopsBatch.Cli.Testing;

/// <summary>Which lines of which assembly the tests reached: a line counts once, however many test projects saw it.</summary>
internal sealed class LineCoverage
{
    private readonly Dictionary<(string Assembly, string File, int Line), bool> _lines = [];

    /// <summary>Reads the reports (<c>coverage.cobertura.xml</c>) that coverlet wrote into a folder, one a test project.</summary>
    public static LineCoverage FromCobertura(DirectoryInfo folder)
    {
        var all = new LineCoverage();
        foreach (var report in folder.EnumerateFiles("coverage.cobertura.xml", SearchOption.AllDirectories))
        {
            all.Add(XDocument.Load(report.FullName));
        }
        return all;
    }

    /// <summary>One line an assembly, by name, then the sum: <c>Lines covered: 91.4% (1234 of 1350)</c>, which GitLab reads.</summary>
    public IEnumerable<string> Summary() =>
        _lines
            .GroupBy(line => line.Key.Assembly)
            .OrderBy(assembly => assembly.Key, StringComparer.Ordinal)
            .Select(assembly => $"  {assembly.Key}: {Share([.. assembly.Select(line => line.Value)])}")
            .Append($"Lines covered: {Share(_lines.Values)}");

    private void Add(XDocument report)
    {
        // Each report has roots of its own, so one file has another name in each.
        string[] roots = [.. report.Descendants("source").Select(root => root.Value)];
        var found =
            from package in report.Descendants("package")
            from type in package.Descendants("class")
            from line in type.Descendants("line")
            select (
                Key: ((string)package.Attribute("name")!, Located((string)type.Attribute("filename")!), (int)line.Attribute("number")!),
                IsHit: (long)line.Attribute("hits")! > 0
            );
        foreach (var (key, isHit) in found)
        {
            _lines[key] = isHit || _lines.GetValueOrDefault(key);
        }

        string Located(string file) => roots.Select(root => Path.Combine(root, file)).FirstOrDefault(File.Exists) ?? file;
    }

    private static string Share(IReadOnlyCollection<bool> lines)
    {
        var hit = lines.Count(isHit => isHit);
        var percent = lines.Count == 0 ? 0 : 100.0 * hit / lines.Count;
        return string.Create(CultureInfo.InvariantCulture, $"{percent:0.0}% ({hit} of {lines.Count})");
    }
}
