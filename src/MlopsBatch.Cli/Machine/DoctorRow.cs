namespace MlopsBatch.Cli.Machine;

/// <summary>One line of <c>mlops doctor</c>.</summary>
/// <param name="Name">What was looked for.</param>
/// <param name="IsNeeded">Whether the rehearsal or the tests can't do without it.</param>
/// <param name="IsThere">Whether it was found, in a version that serves.</param>
/// <param name="Detail">The version found, or why it doesn't serve.</param>
/// <param name="UsedFor">What needs it.</param>
/// <param name="Mend">The command that gets it.</param>
internal sealed record DoctorRow(string Name, bool IsNeeded, bool IsThere, string Detail, string UsedFor, string Mend);
