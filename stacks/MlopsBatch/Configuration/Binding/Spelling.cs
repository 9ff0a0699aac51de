namespace MlopsBatch.Configuration.Binding;

/// <summary>Finds the word that was probably meant.</summary>
public static class Spelling
{
    /// <summary>The nearest of the allowed words, or null if none is near: at most a third of its letters differ.</summary>
    public static string? Nearest(string word, IEnumerable<string> allowed)
    {
        var best = allowed
            .Select(candidate => (candidate, distance: Distance(Fold(word), Fold(candidate))))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, best.candidate.Length / 3) ? best.candidate : null;
    }

    /// <summary>Snake, kebab and camel case are one spelling.</summary>
    private static string Fold(string word) =>
        word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + change);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
