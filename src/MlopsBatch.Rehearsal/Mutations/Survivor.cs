using System.Text.RegularExpressions;

namespace MlopsBatch.Rehearsal.Mutations;

/// <summary>Faults that no rehearsal has to see, each with the reason.</summary>
/// <param name="Pattern">"kind: fault", in which a star stands for any text.</param>
/// <param name="Reason">Why.</param>
internal sealed record Survivor(string Pattern, string Reason)
{
    private const string File = "survivors.txt";

    private readonly Regex _regex = new($@"^{Regex.Escape(Pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}\z");

    /// <summary>All of them, from the file beside this one: a pattern, two spaces, <c>#</c> and the reason in a line.</summary>
    public static IReadOnlyList<Survivor> All { get; } = Read();

    /// <summary>Why a fault needn't be seen; null if it has to be.</summary>
    public static string? ReasonFor(string kind, string what) => All.FirstOrDefault(one => one._regex.IsMatch($"{kind}: {what}"))?.Reason;

    public bool IsOf(Mutation mutation) => _regex.IsMatch($"{mutation.Kind}: {mutation.What}");

    private static List<Survivor> Read()
    {
        using var reader = new StreamReader(typeof(Survivor).Assembly.GetManifestResourceStream(File)!);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.TrimEntries)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split("  # ", 2))
                .Select(parts => new Survivor(parts[0], parts[1])),
        ];
    }
}
