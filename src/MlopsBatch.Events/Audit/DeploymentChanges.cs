namespace MlopsBatch.Events.Audit;

/// <summary>What a deployment does to the deploy accounts.</summary>
public static class DeploymentChanges
{
    /// <summary>An approval: the approved version with the highest number is rolled out.</summary>
    public const string RollOut = "roll-out";

    /// <summary>A rejection: if the version was deployed, the approved one before it comes back.</summary>
    public const string RollBack = "roll-back";
}
