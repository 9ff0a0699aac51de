namespace MlopsBatch.Events.Functions;

/// <summary>
/// The functions, by the name that their package, their resources and the commands give them. An account may call the function
/// itself otherwise.
/// </summary>
public static class FunctionNames
{
    /// <summary>Events in, mails out; starts tunings. In every account.</summary>
    public const string Notifications = "notifications";

    /// <summary>A decision about a version in, a GitLab pipeline out. In the registry's account.</summary>
    public const string ApprovalDeploy = "approval-deploy";

    public static IReadOnlyList<string> All { get; } = [Notifications, ApprovalDeploy];
}
