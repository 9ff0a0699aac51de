namespace MlopsBatch.Faults;

/// <summary>What gives a fault, and the same without it.</summary>
/// <param name="Code">Number of the fault.</param>
/// <param name="Kind">Where it stands.</param>
/// <param name="Before">What gives the fault.</param>
/// <param name="After">What doesn't.</param>
public sealed record FaultExample(string Code, ExampleKind Kind, string Before, string After);
