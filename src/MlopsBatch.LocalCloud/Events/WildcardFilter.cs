namespace MlopsBatch.LocalCloud.Events;

/// <summary>
/// <c>{"wildcard": "in/*/x.csv"}</c>: * stands for any run of characters, also none; \* and \\ are literal.
/// </summary>
internal static class WildcardFilter
{
    public static Func<string, bool>? Read(string pattern, Action<string> fault)
    {
        var pieces = new List<string> { "" };
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                if (i + 1 == pattern.Length || pattern[i + 1] is not ('*' or '\\'))
                {
                    fault($@"wildcard '{pattern}': a backslash must stand before * or another backslash (position {i})");
                    return null;
                }
                pieces[^1] += pattern[++i];
            }
            else if (pattern[i] == '*')
            {
                if (i + 1 < pattern.Length && pattern[i + 1] == '*')
                {
                    fault($"wildcard '{pattern}': two * in a row are not allowed (position {i}); one stands for any run already");
                    return null;
                }
                pieces.Add("");
            }
            else
            {
                pieces[^1] += pattern[i];
            }
        }
        return text => Matches(pieces, text);
    }

    /// <summary>First and last piece are anchored; each one between is taken at its first place, which is never worse.</summary>
    private static bool Matches(List<string> pieces, string text)
    {
        if (pieces.Count == 1)
        {
            return text == pieces[0];
        }
        if (
            text.Length < pieces[0].Length + pieces[^1].Length
            || !text.StartsWith(pieces[0], StringComparison.Ordinal)
            || !text.EndsWith(pieces[^1], StringComparison.Ordinal)
        )
        {
            return false;
        }
        var middle = text.AsSpan(pieces[0].Length, text.Length - pieces[0].Length - pieces[^1].Length);
        foreach (var piece in pieces.Skip(1).SkipLast(1))
        {
            var at = middle.IndexOf(piece, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }
            middle = middle[(at + piece.Length)..];
        }
        return true;
    }
}
