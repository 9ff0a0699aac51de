namespace MlopsBatch.Checks;

/// <summary>What a row found at one thing.</summary>
/// <param name="Resource">Its name, or what is wrong with it, as waivers name it.</param>
/// <param name="Urn">URN of the resource; null for what spans several, such as a bus of the account.</param>
/// <param name="IsMet">Whether it does what the row demands.</param>
/// <param name="Because">
/// For rows that ask the policies: what was asked, and by which statement it was allowed or why it was refused. For limits: the
/// count. Null where the resource's own inputs say it.
/// </param>
public sealed record CheckEvidence(string Resource, string? Urn, bool IsMet, string? Because = null);
