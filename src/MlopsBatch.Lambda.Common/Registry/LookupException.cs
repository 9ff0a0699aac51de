namespace MlopsBatch.Lambda.Common.Registry;

/// <summary>Something that a mail or a decision needs could not be looked up; the message says what and why.</summary>
public sealed class LookupException(string message, Exception? inner = null) : Exception(message, inner);
