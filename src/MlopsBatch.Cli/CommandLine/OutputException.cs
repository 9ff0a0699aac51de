namespace MlopsBatch.Cli.CommandLine;

/// <summary>Standard output takes no more: a full disk, a device that refuses.</summary>
internal sealed class OutputException(IOException inner) : Exception($"standard output can't be written to: {inner.Message}", inner);
