namespace MlopsBatch.Platform.Iam;

/// <summary>Separation of duties: whoever builds models doesn't decide on them.</summary>
internal static class Separation
{
    /// <summary>No decision about any version of any group, whatever else a role may do.</summary>
    public static Action<Grantee> DenyDecisions(Account account) =>
        grantee =>
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
}
