namespace MlopsBatch.Aws.Iam;

/// <summary>What a statement about a request's action says of the request.</summary>
/// <param name="By">The statement and where it stands.</param>
/// <param name="Truth">Whether it is about the request.</param>
/// <param name="Naming">How closely it names the caller.</param>
/// <param name="Why">Why it isn't, or why that can't be told.</param>
internal sealed record StatementFinding(DecidingStatement By, Truth Truth, Naming Naming, string? Why);
