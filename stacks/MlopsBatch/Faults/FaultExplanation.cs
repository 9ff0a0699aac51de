namespace MlopsBatch.Faults;

/// <summary>What a numbered fault means and what to do about it.</summary>
public sealed record FaultExplanation(string Code, string Title, string Text);
