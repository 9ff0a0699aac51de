namespace MlopsBatch.LocalCloud.Activity;

/// <summary>Something that a subscriber threw.</summary>
/// <param name="Subscriber">Who, and at what.</param>
/// <param name="Error">What it threw.</param>
public sealed record SubscriberFault(string Subscriber, Exception Error);
