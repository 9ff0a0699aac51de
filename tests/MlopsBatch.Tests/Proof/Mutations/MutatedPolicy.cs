namespace MlopsBatch.Tests.Proof.Mutations;

/// <summary>Whom a fault in a policy can reach, so that the proof of access needn't ask for everybody.</summary>
/// <param name="Actor">Name of the one actor whose policy it is; null: everybody, as with the policy of a resource.</param>
/// <param name="Services">Services whose actions the policy is about.</param>
internal sealed record MutatedPolicy(string? Actor, IReadOnlyList<string> Services);
