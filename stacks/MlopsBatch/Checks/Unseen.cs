using MlopsBatch.Configuration;

namespace MlopsBatch.Checks;

/// <summary>What decides in AWS and no check of a declaration sees.</summary>
/// <param name="What">What it is.</param>
/// <param name="Means">What it may change in what the rows say.</param>
/// <param name="See">Where to look.</param>
public sealed record Unseen(string What, string Means, string See)
{
    /// <summary>All that holds for a stack; the only list of it.</summary>
    public static IReadOnlyList<Unseen> Of(Settings settings) =>
        [
            new(
                "control policies of the organisation (SCPs, RCPs) and policies of VPC endpoints",
                "They may forbid what a row found allowed.",
                "The refusal names them; ask who runs the organisation."
            ),
            new(
                "rights from outside this stack",
                "People and CI may have more than its policies give; administrators may do everything.",
                "IAM Access Analyzer, in the account."
            ),
            .. Given(settings) is { Length: > 0 } given
                ? new Unseen[]
                {
                    new(
                        $"policies and switches of what is given ({given})",
                        "They are taken to let in whomever this stack's own policies allow.",
                        "The lines 'given' say what they need."
                    ),
                }
                : [],
            new(
                "quotas in use, and machines that the account may start",
                "Limits count what this stack declares, not what else the account holds.",
                "Service Quotas, in the account's console."
            ),
            new(
                "whether the addresses confirmed their subscriptions",
                "Until then SNS sends them nothing.",
                "aws sns list-subscriptions: PendingConfirmation."
            ),
            .. settings.Has(AccountRole.Registry)
                ? new Unseen[]
                {
                    new(
                        "whether GitLab takes the token in the secret",
                        "An approval starts no pipeline until it does; a mail says so.",
                        "The mail of the first approval."
                    ),
                }
                : [],
            .. settings.Network is null
                ? []
                : new Unseen[]
                {
                    new(
                        "routes, endpoints and rules of the subnets and security groups",
                        "Isolated jobs still need to reach S3, ECR, KMS and CloudWatch Logs.",
                        "The reason of a job that doesn't start."
                    ),
                },
            new(
                "what is in AWS now",
                "Rows judge what would be deployed, not what somebody has changed since.",
                "GitLab's scheduled drift job, or pulumi preview --refresh --diff."
            ),
        ];

    private static string Given(Settings settings) =>
        string.Join(
            ", ",
            new[]
            {
                settings.Bucket.Existing ? settings.Bucket.Name : null,
                settings.Bucket.KmsKeyArn,
                settings.Bucket.RoleArn,
                settings.Registry?.BucketName,
                settings.Registry?.KmsKeyArn,
                settings.Registry?.EventBusArn,
            }.OfType<string>()
        );
}
