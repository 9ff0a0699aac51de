using MlopsBatch.Events.Audit;
using MlopsBatch.Lambda.ApprovalDeploy.Audit;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

/// <summary>Keeps audit events in place of putting them on a bus; may refuse the first few.</summary>
internal sealed class RecordingAudit(int refused = 0) : IAuditTrail
{
    private int _refused = refused;

    public List<(string DetailType, DeploymentDetail Detail)> Events { get; } = [];

    public Task WriteAsync(string detailType, DeploymentDetail detail, CancellationToken cancellationToken)
    {
        if (_refused-- > 0)
        {
            throw new AuditException("EventBridge did not take the audit event: ThrottlingException");
        }

        Events.Add((detailType, detail));
        return Task.CompletedTask;
    }
}
