namespace MlopsBatch.Tests.Proof;

/// <summary>A condition key that a permission has to be bound to.</summary>
/// <param name="Key">Condition key.</param>
/// <param name="Good">A value with which it is given.</param>
/// <param name="Bad">A value with which it isn't; null: any value will do.</param>
/// <param name="MayBeMissing">Whether AWS leaves the key out of some requests that have to pass.</param>
internal sealed record Demand(string Key, string Good, string? Bad, bool MayBeMissing = false);
