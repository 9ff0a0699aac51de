using System.Text.Json;

namespace MlopsBatch.Events.Audit;

/// <summary>An audit event that a job puts onto its account's bus.</summary>
/// <param name="DetailType">One of <see cref="EventBridge.DetailTypes"/>.</param>
/// <param name="Detail">The detail as JSON.</param>
/// <param name="Resource">ARN of what it is about; null if it is about nothing that has one.</param>
public sealed record AuditEntry(string DetailType, string Detail, string? Resource)
{
    public AuditEntry(string detailType, ModelDeploymentDetail detail)
        : this(detailType, JsonSerializer.Serialize(detail, EventsJsonContext.Default.ModelDeploymentDetail), detail.ModelPackageArn) { }

    public AuditEntry(string detailType, StackDriftDetail detail)
        : this(detailType, JsonSerializer.Serialize(detail, EventsJsonContext.Default.StackDriftDetail), null) { }
}
