namespace MlopsBatch.Tests.Proof;

/// <summary>What somebody must never be able to do, though a role of theirs comes close.</summary>
/// <param name="Role">Who.</param>
/// <param name="What">In words.</param>
/// <param name="Actions">By these actions.</param>
/// <param name="Resources">On each of these.</param>
/// <param name="Context">Even if the request comes with these.</param>
internal sealed record Never(
    string Role,
    string What,
    string[] Actions,
    string[] Resources,
    params (string Key, string Value)[] Context
);
