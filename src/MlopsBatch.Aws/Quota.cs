namespace MlopsBatch.Aws;

/// <summary>How much AWS lets there be of something.</summary>
/// <param name="Most">The most there may be: what AWS grants by default, where it can be raised.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="IsAdjustable">Whether AWS raises it when it is asked.</param>
/// <param name="Source">The page of AWS's documentation that says so.</param>
public sealed record Quota(int Most, string Unit, bool IsAdjustable, string Source);
