using MlopsBatch.Platform.Iam;
using Pulumi;

namespace MlopsBatch.Platform.Observability;

/// <summary>
/// The log groups of SageMaker's jobs. SageMaker makes them with an account's first job, for all jobs of the account, and keeps
/// their lines for ever; the stack doesn't own them, so their retention is a requirement that it says.
/// </summary>
internal static class JobLogs
{
    private const string Prefix = "/aws/sagemaker/";

    private static readonly string[] Groups = ["ProcessingJobs", "TrainingJobs", "TransformJobs"];

    public static Action<Grantee> GrantRead(Account account) =>
        grantee =>
            grantee.Add(
                new(
                    "ReadJobLogs",
                    ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents"],
                    account.Arn("logs", $"log-group:{Prefix}*")
                )
            );

    /// <summary>What keeps the jobs' lines as long as <c>logRetentionDays</c> says.</summary>
    public static Requirement Retention(Account account) =>
        new(
            $"{Prefix}{string.Join($", {Prefix}", Groups)}",
            "a retention, once the account's first jobs have run: SageMaker makes these log groups and keeps their lines for ever",
            Output.Create(
                string.Join(
                    '\n',
                    Groups.Select(group =>
                        $"aws logs put-retention-policy --region {account.Region} --log-group-name {Prefix}{group} "
                        + $"--retention-in-days {account.Settings.LogRetentionDays}"
                    )
                )
            )
        );
}
