namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>Tuned or fixed hyperparameters.</summary>
/// <param name="Registered"><c>tuned</c> or <c>fixed</c>.</param>
/// <param name="Sentence">Which one, and by how much.</param>
public sealed record ChoiceReport(string Registered, string Sentence);
