using System.Text.RegularExpressions;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Architecture.Tests;

/// <summary>One name, one meaning: who reads a name anywhere in the product knows which type it is.</summary>
public sealed partial class TypeNameTests
{
    /// <summary>
    /// Twice on purpose: what a definition says is written by <c>Pipelines</c> and read again by the local cloud, independently
    /// of it, as the service would (docs/decisions); both functions are put together in a <c>Composition</c>; and whoever reads
    /// definitions has a reader.
    /// </summary>
    private static readonly string[] Twice =
    [
        "Composition",
        "DefinitionReader",
        "ModelStep",
        "PipelineDefinition",
        "ProcessingJob",
        "ProcessingStep",
        "PropertyFile",
        "QualityCheckStep",
        "RegisterModelStep",
        "RetryPolicy",
        "TrainingJob",
        "TrainingStep",
        "TransformStep",
        "TuningStep",
    ];

    [Fact]
    public void No_two_types_have_one_name() =>
        Declared()
            .GroupBy(type => type.Name)
            .Where(same => same.Select(type => type.Namespace).Distinct().Count() > 1)
            .Select(same => same.Key)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Twice, ignoreOrder: false, "rename one of them, or say above why both need this name");

    private static IEnumerable<(string Namespace, string Name)> Declared() =>
        from folder in new[] { "src", "stacks" }
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root.FullName, folder), "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        let text = File.ReadAllText(file)
        let space = Namespace().Match(text).Groups[1].Value
        from type in Type().Matches(text)
        where space.Length > 0
        select (space, type.Groups[1].Value);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    // A type of a namespace stands at the line's start; nested ones are named by their outer type.
    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|readonly|partial) )+(?:class|struct|enum|interface|record(?: struct)?) (\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Type();
}
