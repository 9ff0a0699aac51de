using MlopsBatch.Events.Audit;

namespace MlopsBatch.Lambda.ApprovalDeploy.Audit;

/// <summary>Puts what became of a decision where it is kept and where people are told of it.</summary>
public interface IAuditTrail
{
    /// <exception cref="AuditException">The event was not taken.</exception>
    Task WriteAsync(string detailType, DeploymentDetail detail, CancellationToken cancellationToken);
}
