using MlopsBatch.Aws;

namespace MlopsBatch.Configuration.Binding;

/// <summary>Finds the word that was probably meant.</summary>
public static class Spelling
{
    /// <summary>The nearest of the allowed words, or null if none is near. Snake, kebab and camel case are one spelling.</summary>
    public static string? Nearest(string word, IEnumerable<string> allowed)
    {
        var folded = allowed.Select(candidate => (Word: candidate, Folded: Fold(candidate))).ToList();
        return NearestName.Find(Fold(word), folded.Select(candidate => candidate.Folded)) is { } nearest
            ? folded.First(candidate => candidate.Folded == nearest).Word
            : null;
    }

    private static string Fold(string word) => string.Concat(word.Where(sign => sign is not ('_' or '-' or ' '))).ToLowerInvariant();
}
