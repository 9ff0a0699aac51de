namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>A kind of resource that the stack declares and that does nothing in the local cloud.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Resources">How many are declared.</param>
/// <param name="Reason">Why nothing of the loop is missing.</param>
public sealed record InertReport(string Type, int Resources, string Reason);
