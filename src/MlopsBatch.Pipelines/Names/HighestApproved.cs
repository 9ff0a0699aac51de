namespace MlopsBatch.Pipelines.Names;

/// <summary>
/// The rule for the version that deployments use: approved, complete, let through by its review, with all that batch inference
/// needs of it, and of those the one with the highest number. One that lacks something is passed over, so that it stops neither
/// its own model nor others. Everybody who asks for that version asks here: deployments, mails, the rehearsal.
/// </summary>
public static class HighestApproved
{
    /// <summary>Whether the rule lets the version through.</summary>
    public static bool MayBeDeployed(RegisteredState version, ReviewGate gate)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(gate);
        return version is { IsApproved: true, IsCompleted: true, Lacks: null }
            && gate.IsOpen(version.Metadata, version.ApprovalDescription);
    }

    /// <summary>The version, or null if there is none.</summary>
    /// <param name="listed">All versions of the group as the registry lists them, in any order.</param>
    /// <param name="gate">The review gate.</param>
    /// <param name="describe">
    /// Asks for a version with its metadata; null if it was deleted since the listing. Only as many are asked for as it takes;
    /// what the description says of the status counts, because somebody may have decided since then, too.
    /// </param>
    /// <param name="except">A number that doesn't count, such as that of the version that a mail is about.</param>
    public static async Task<T?> FindAsync<T>(
        IEnumerable<RegisteredState> listed,
        ReviewGate gate,
        Func<RegisteredState, Task<(T Version, RegisteredState State)?>> describe,
        int? except = null
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(describe);
        foreach (
            var candidate in listed
                .Where(version => version is { IsApproved: true, IsCompleted: true } && version.Number != except)
                .OrderByDescending(version => version.Number)
        )
        {
            if (await describe(candidate) is { } found && MayBeDeployed(found.State, gate))
            {
                return found.Version;
            }
        }

        return null;
    }
}
