using MlopsBatch.Events.SageMaker;

namespace MlopsBatch.Platform.Iam;

/// <summary>Separation of duties: whoever builds models doesn't decide on them.</summary>
internal static class Separation
{
    /// <summary>The condition key that both APIs which set a version's status have.</summary>
    public const string StatusKey = "sagemaker:ModelApprovalStatus";

    /// <summary>
    /// No decision about any version of any group, whatever else a role may do: neither by a change, nor by a version that is
    /// approved from its registration on.
    /// </summary>
    public static Action<Grantee> DenyDecisions(Account account) =>
        grantee =>
        {
            grantee.Add(
                new Statement(
                    "NoDecisions",
                    ["sagemaker:UpdateModelPackage"],
                    new[] { account.Partition.Arn("sagemaker", "*", "*", "model-package/*").ToString() }
                )
                {
                    IsDenial = true,
                }
            );
            grantee.Add(
                new Statement(
                    "NoApprovedRegistrations",
                    ["sagemaker:CreateModelPackage"],
                    new[]
                    {
                        account.Partition.Arn("sagemaker", "*", "*", "model-package/*").ToString(),
                        account.Partition.Arn("sagemaker", "*", "*", "model-package-group/*").ToString(),
                    }
                )
                {
                    IsDenial = true,
                }.When("StringEquals", StatusKey, new[] { ApprovalStatuses.Approved })
            );
        };
}
