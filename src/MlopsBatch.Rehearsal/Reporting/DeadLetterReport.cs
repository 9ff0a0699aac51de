namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>A message that lies in a queue at the end.</summary>
/// <param name="Queue">The queue's ARN.</param>
/// <param name="ReceiveCount">How often somebody took it.</param>
/// <param name="Body">Its text.</param>
public sealed record DeadLetterReport(string Queue, int ReceiveCount, string Body);
