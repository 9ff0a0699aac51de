namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>What the loop says about a batch that the user gave. It is a finding about the data, not about the loop.</summary>
/// <param name="Verdict"><c>clean</c>, <c>drifted</c>, <c>degraded</c> (its truth shows the model failing) or <c>failed</c>.</param>
/// <param name="Sentence">The same in words, with figures.</param>
public sealed record OwnBatchReport(string Verdict, string Sentence);
