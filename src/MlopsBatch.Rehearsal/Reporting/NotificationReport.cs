namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>A mail as a topic sent it.</summary>
/// <param name="Topic">The topic's ARN.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text.</param>
public sealed record NotificationReport(string Topic, string To, string Subject, string Body);
