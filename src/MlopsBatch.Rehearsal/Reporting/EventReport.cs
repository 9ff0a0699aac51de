namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>An event on an account's default bus.</summary>
/// <param name="Time">ISO 8601, UTC, by the local cloud's clock.</param>
/// <param name="Account">The account that it happened in.</param>
/// <param name="Source">For example <c>aws.s3</c>.</param>
/// <param name="DetailType">For example <c>Object Created</c>.</param>
/// <param name="Detail">The service's own part, as JSON text.</param>
public sealed record EventReport(string Time, string Account, string Source, string DetailType, string Detail);
