using System.Text.Json.Nodes;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

/// <summary>Events of people's decisions.</summary>
internal static class Decisions
{
    public static JsonObject Approved =>
        EventTemplates.Version(Rig.Scene, 7, ApprovalStatuses.Approved, updated: [UpdatedFields.ApprovalStatus]);

    public static JsonObject Rejected =>
        EventTemplates.Version(Rig.Scene, 7, ApprovalStatuses.Rejected, updated: [UpdatedFields.ApprovalStatus]);

    /// <summary>An approved version whose hyperparameters were changed by the optimisation.</summary>
    public static JsonObject Tuned(string[] updated, string? description = null, string? reference = null)
    {
        var metadata = EventTemplates.Metadata(Rig.Scene, isTuned: true);
        if (reference is not null)
        {
            metadata["reviewReference"] = reference;
        }

        return EventTemplates.Version(Rig.Scene, 8, ApprovalStatuses.Approved, metadata, updated, description);
    }
}
