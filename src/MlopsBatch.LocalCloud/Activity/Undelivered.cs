namespace MlopsBatch.LocalCloud.Activity;

/// <summary>Something that a service couldn't deliver.</summary>
/// <param name="Service">For example SNS.</param>
/// <param name="Source">The ARN of the rule, topic, schedule, function or pipe.</param>
/// <param name="Target">Whom it was for.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Message">The error in words.</param>
/// <param name="DeadLetterTarget">The queue that took it; null if it is lost, because there is none or the queue refused it.</param>
public sealed record Undelivered(string Service, string Source, string Target, string Code, string Message, string? DeadLetterTarget);
