namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>A call that the local cloud let pass without knowing whether IAM would.</summary>
/// <param name="Principal">Who called.</param>
/// <param name="Action">For example <c>sqs:SendMessage</c>.</param>
/// <param name="Resource">The ARN that it was about.</param>
/// <param name="Reason">What isn't known.</param>
public sealed record NotJudgedReport(string Principal, string Action, string Resource, string Reason);
