using System.Text.RegularExpressions;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Proof.Mutations;

/// <summary>Faults that no proof has to see, each with the reason, from <c>survivors.txt</c>.</summary>
internal sealed record Survivor(string Pattern, string Reason)
{
    private readonly Regex _regex = new($"^{Regex.Escape(Pattern).Replace("\\*", ".*")}$", RegexOptions.CultureInvariant);

    public bool IsOf(Mutant mutant) => _regex.IsMatch(mutant.ToString());

    /// <summary>A line is a pattern, in which a star stands for any text, two spaces, <c>#</c> and the reason.</summary>
    public static IReadOnlyList<Survivor> Read() =>
        [
            .. File.ReadLines(Path.Combine(TestStacks.Root.FullName, "tests/MlopsBatch.Tests/Proof/Mutations/survivors.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split("  # ", 2))
                .Select(parts => new Survivor(parts[0], parts[1])),
        ];
}
