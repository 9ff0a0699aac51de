using MlopsBatch.LocalCloud.Deployment;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>A deployment that went through.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="AccountId">Its account.</param>
/// <param name="Cause"><c>push</c>, or the number of GitLab's pipeline that a decision started.</param>
/// <param name="Operations">What it did with each resource.</param>
public sealed record DeploymentRecord(string Stack, string AccountId, string Cause, IReadOnlyList<ResourceOperation> Operations)
{
    /// <summary>The operations that changed something.</summary>
    public IEnumerable<ResourceOperation> Changes => Operations.Where(operation => operation.Kind != OperationKind.Same);
}
