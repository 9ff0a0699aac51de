namespace MlopsBatch.Checks;

/// <summary>One row of a check, judged.</summary>
/// <param name="Row">Its number or name.</param>
/// <param name="Area">What kind of resource it is about.</param>
/// <param name="Demand">What is demanded.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Offenders">What doesn't do so, and isn't waived.</param>
/// <param name="Waivers">What was waived.</param>
/// <param name="Evidence">Everything that was looked at, met or not.</param>
public sealed record CheckResult(
    string Row,
    string Area,
    string Demand,
    CheckOutcome Outcome,
    IReadOnlyList<string> Offenders,
    IReadOnlyList<Waiver> Waivers,
    IReadOnlyList<CheckEvidence> Evidence
);
