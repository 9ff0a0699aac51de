namespace MlopsBatch.LocalCloud;

/// <summary>Names what a misspelt word probably meant.</summary>
internal static class DidYouMean
{
    /// <summary>" Did you mean 'X'?" when one of the allowed words is near enough, otherwise nothing.</summary>
    public static string Hint(string given, IEnumerable<string> allowed)
    {
        var nearest = allowed
            .Select(word => (Word: word, Distance: Distance(given.ToUpperInvariant(), word.ToUpperInvariant())))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Word is not null && nearest.Distance <= (given.Length + 1) / 3 ? $" Did you mean '{nearest.Word}'?" : "";
    }

    /// <summary>Letters to insert, delete, replace or swap with their neighbour to get from one word to the other.</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                cost[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1),
                };
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }
        return cost[a.Length, b.Length];
    }
}
