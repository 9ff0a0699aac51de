namespace MlopsBatch.Aws;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate with the fewest typing errors, if they are few for the length of the name; else null.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What is allowed.</param>
    /// <remarks>At most one error in three characters counts as a slip; a tie goes to the candidate that comes first.</remarks>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        var best = candidates
            .Select(candidate => (Name: candidate, Errors: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(found => found.Errors <= Math.Max(1, Math.Max(name.Length, found.Name.Length) / 3))
            .OrderBy(found => found.Errors)
            .ThenBy(found => string.Equals(found.Name, name, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .FirstOrDefault();
        return best.Name;
    }

    /// <summary>
    /// Damerau–Levenshtein distance (optimal string alignment): how many letters have to be inserted, removed, replaced or
    /// swapped with their neighbour.
    /// </summary>
    public static int Distance(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, replaced);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
