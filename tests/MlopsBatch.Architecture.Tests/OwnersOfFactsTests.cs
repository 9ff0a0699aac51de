using System.Text.RegularExpressions;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Architecture.Tests;

/// <summary>What one place knows stands nowhere else in the program and the command line.</summary>
public sealed partial class OwnersOfFactsTests
{
    private static readonly string[] Program = ["stacks/MlopsBatch", "src/MlopsBatch.Cli"];

    [Fact]
    public void Type_tokens_stand_in_one_file() =>
        Found(Token(), [.. Program, "tests/MlopsBatch.Tests"], except: "ResourceTypes.cs").ShouldBeEmpty();

    [Fact]
    public void ARNs_are_made_and_split_by_their_type() => Found(HandMadeArn(), Program).ShouldBeEmpty();

    [Fact]
    public void Hosts_of_AWS_are_made_by_the_partition() => Found(Host(), Program).ShouldBeEmpty();

    /// <summary>.NET adds "(Parameter 'x')" to such a message, and people get to read it.</summary>
    [Fact]
    public void No_message_names_a_parameter() =>
        (
            from folder in new[] { "src", "stacks" }
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root.FullName, folder), "*.cs", SearchOption.AllDirectories)
            where NamedParameter().IsMatch(File.ReadAllText(file))
            select Path.GetFileName(file)
        ).ShouldBeEmpty();

    private static IEnumerable<string> Found(Regex literal, string[] folders, string? except = null) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root.FullName, folder), "*.cs", SearchOption.AllDirectories)
        where Path.GetFileName(file) != except
        from line in File.ReadLines(file)
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && literal.IsMatch(line)
        select $"{Path.GetFileName(file)}: {line.Trim()}";

    [GeneratedRegex(@"""aws:[a-z0-9]+/\w+:")]
    private static partial Regex Token();

    [GeneratedRegex(@"\$""arn:|""\^arn:|Split\(':'\)\[[345]\]|StartsWith\(""arn:|Contains\("":[a-z-]+/")]
    private static partial Regex HandMadeArn();

    [GeneratedRegex(@"new ArgumentException\([^;]*?nameof\(")]
    private static partial Regex NamedParameter();

    [GeneratedRegex(@"console\.aws|\}\.amazonaws|""cn-""")]
    private static partial Regex Host();
}
