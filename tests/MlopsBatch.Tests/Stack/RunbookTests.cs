using System.Text.RegularExpressions;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>docs/runbook.md has a section for each kind of mail and each alarm, and no section of what there isn't.</summary>
public partial class RunbookTests
{
    private static readonly string Docs = Path.Combine(TestStacks.Root.FullName, "docs");

    private static readonly IReadOnlyDictionary<string, string> Sections = Read();

    /// <summary>The sections about alarms, each with the names that it is about, behind the stack's prefix.</summary>
    private static readonly (string Section, Regex Names)[] Alarms =
    [
        ("TOPIC-mails-failed", new("^(operations|approvals|quality)-mails-failed$")),
        ("QUEUE-waiting", new("-waiting$")),
        ("FUNCTION-errors", new("-errors$")),
        ("FUNCTION-throttles", new("-throttles$")),
        ("RULE-lost", new("-lost$")),
        ("RULE-failed", new("(?<!-mails)-failed$")),
    ];

    [Fact]
    public void Every_kind_of_mail_has_its_section()
    {
        // The table of mails.md is rendered from the mails themselves.
        var mails = File.ReadAllText(Path.Combine(Docs, "mails.md"));
        var kinds = Kind().Matches(mails).Select(match => match.Groups[1].Value).Distinct().ToList();
        kinds.Count.ShouldBeGreaterThan(15);
        Sections.Keys.Except(Alarms.Select(alarm => alarm.Section)).ShouldBe(kinds, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_alarm_that_a_stack_declares_has_its_section()
    {
        var found = new HashSet<string>();
        foreach (var stack in new[] { "docs/examples/Pulumi.single.yaml", "dev", "prod" })
        {
            var evaluated = await TestStacks.EvaluateAsync(stack);
            foreach (var alarm in evaluated.OfType(ResourceTypes.Alarm))
            {
                var name = alarm.Text("name")!.Replace($"mlops-batch-{evaluated.Name}-", "", StringComparison.Ordinal);
                var section = Alarms.Where(one => one.Names.IsMatch(name)).Select(one => one.Section).ToList();
                section.Count.ShouldBe(1, $"the alarm {name} needs its section in docs/runbook.md");
                Sections.ContainsKey(section[0]).ShouldBeTrue(section[0]);
                found.Add(section[0]);
            }
        }

        found.ShouldBe(Alarms.Select(alarm => alarm.Section), ignoreOrder: true);
    }

    [Fact]
    public void Every_section_says_what_it_means_where_to_look_and_what_to_do()
    {
        foreach (var (name, text) in Sections)
        {
            foreach (var part in new[] { "- **Means**: ", "- **Look**: ", "- **Do**: " })
            {
                text.Contains(part, StringComparison.Ordinal).ShouldBeTrue($"{name} lacks {part}");
            }
        }
    }

    private static Dictionary<string, string> Read()
    {
        var text = File.ReadAllText(Path.Combine(Docs, "runbook.md")).ReplaceLineEndings("\n");
        return text.Split("\n### `")[1..]
            .Select(part => part.Split('`', 2))
            .ToDictionary(part => part[0], part => part[1].Split("\n## ")[0]);
    }

    [GeneratedRegex(@"^\|.*\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Kind();
}
