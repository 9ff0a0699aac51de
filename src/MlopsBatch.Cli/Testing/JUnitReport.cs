using System.Globalization;
using System.Xml.Linq;

namespace MlopsBatch.Cli.Testing;

/// <summary>
/// The results of <c>dotnet test</c> in the form that GitLab shows in merge requests
/// (https://docs.gitlab.com/ci/testing/unit_test_reports/): each test with its time, a failed one with its message.
/// </summary>
internal static class JUnitReport
{
    /// <summary>Reads all results files (<c>*.trx</c>) of a folder.</summary>
    public static XDocument FromTrx(DirectoryInfo folder) =>
        new(
            new XElement(
                "testsuites",
                folder
                    .EnumerateFiles("*.trx", SearchOption.AllDirectories)
                    .OrderBy(file => file.FullName, StringComparer.Ordinal)
                    .Select(Suite)
            )
        );

    private static XElement Suite(FileInfo file)
    {
        var run = XDocument.Load(file.FullName).Root!;
        var classes = Named(run, "UnitTest")
            .ToDictionary(
                test => (string?)test.Attribute("id") ?? "",
                test => (string?)Named(test, "TestMethod").FirstOrDefault()?.Attribute("className") ?? ""
            );
        var cases = Named(run, "UnitTestResult").Select(result => Case(result, classes)).ToList();
        return new(
            "testsuite",
            new XAttribute("name", cases.Count == 0 ? file.Name : ((string)cases[0].Attribute("classname")!).Split(".Tests.")[0]),
            new XAttribute("tests", cases.Count),
            new XAttribute("failures", cases.Count(one => one.Element("failure") is not null)),
            new XAttribute("skipped", cases.Count(one => one.Element("skipped") is not null)),
            cases
        );
    }

    private static XElement Case(XElement result, Dictionary<string, string> classes)
    {
        var type = classes.GetValueOrDefault((string?)result.Attribute("testId") ?? "", "");
        var name = (string?)result.Attribute("testName") ?? "";
        _ = TimeSpan.TryParse((string?)result.Attribute("duration"), CultureInfo.InvariantCulture, out var time);
        return new(
            "testcase",
            new XAttribute("classname", type),
            new XAttribute("name", name.StartsWith(type + ".", StringComparison.Ordinal) ? name[(type.Length + 1)..] : name),
            new XAttribute("time", time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)),
            (string?)result.Attribute("outcome") switch
            {
                "Passed" => null,
                "NotExecuted" => new XElement("skipped", new XAttribute("message", Text(result, "Message"))),
                _ => new XElement("failure", new XAttribute("message", Text(result, "Message")), Text(result, "StackTrace")),
            }
        );
    }

    private static string Text(XElement result, string name) => Named(result, name).FirstOrDefault()?.Value ?? "";

    private static IEnumerable<XElement> Named(XElement parent, string name) =>
        parent.Descendants().Where(element => element.Name.LocalName == name);
}
