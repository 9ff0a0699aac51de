namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>What was rehearsed, so that it can be told apart from another rehearsal and played again.</summary>
/// <param name="Commit">The commit, from <c>MLOPS_COMMIT</c>, <c>CI_COMMIT_SHA</c> or the repository's <c>HEAD</c>; else
/// <c>unknown</c>.</param>
/// <param name="Program">SHA-256 of the stack program's assembly.</param>
/// <param name="Scripts">The hash under which the step scripts are uploaded.</param>
/// <param name="Data">SHA-256 of each file that was played, by its name.</param>
/// <param name="Libraries">Versions of .NET, Python and the scripts' libraries.</param>
/// <param name="Date">When the rehearsal started: ISO 8601, UTC.</param>
public sealed record ProvenanceReport(
    string Commit,
    string Program,
    string Scripts,
    IReadOnlyDictionary<string, string> Data,
    IReadOnlyDictionary<string, string> Libraries,
    string Date
);
