using MlopsBatch.Configuration.Files;
using MlopsBatch.Faults;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Configuration;

/// <summary>docs/configuration.md says what the program does.</summary>
public class ConfigurationPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(TestStacks.Root.FullName, "docs", "configuration.md"))
        .ReplaceLineEndings("\n");

    [Fact]
    public void The_table_of_settings_is_that_of_the_records()
    {
        var table = SettingsReference.Write();
        Page.Contains(table).ShouldBeTrue($"put this table into docs/configuration.md in place of the old one:\n{table}");
    }

    [Fact]
    public void Every_variable_of_the_predecessor_has_a_row()
    {
        foreach (var variable in TfvarsImport.Known)
        {
            Page.ShouldContain($"| `{variable}` |");
        }
    }

    [Fact]
    public void Every_fault_has_a_row()
    {
        foreach (var fault in FaultCatalogue.All)
        {
            Page.ShouldContain($"| {fault.Code} | {fault.Title} |");
        }
    }
}
