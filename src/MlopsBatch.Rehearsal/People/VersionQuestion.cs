namespace MlopsBatch.Rehearsal.People;

/// <summary>A version that waits for a decision.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Occasion">Why it is asked now, as a sentence.</param>
/// <param name="Mail">The last mail that the data scientist got about it: subject and body; null if there was none.</param>
/// <param name="Suggestion">What the rehearsal decides where nobody is asked.</param>
public sealed record VersionQuestion(int Version, string Occasion, (string Subject, string Body)? Mail, VersionDecision Suggestion);
