namespace MlopsBatch.LocalCloud;

/// <summary>Names what a misspelt word probably meant.</summary>
internal static class DidYouMean
{
    /// <summary>" Did you mean 'X'?" when one of the allowed words is near enough, otherwise nothing.</summary>
    public static string Hint(string given, IEnumerable<string> allowed)
    {
        var nearest = allowed
            .Select(word => (Word: word, Distance: Distance(given.ToUpperInvariant(), word.ToUpperInvariant())))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Word is not null && nearest.Distance <= Math.Max(1, given.Length / 3)
            ? $" Did you mean '{nearest.Word}'?"
            : "";
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.Length];
    }
}
