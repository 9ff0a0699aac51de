using MlopsBatch.Platform.Events;
using MlopsBatch.Platform.Iam;
using Pulumi;

namespace MlopsBatch.Platform.People;

/// <summary>Managed policies of the account, to attach to people's and CI's roles. Each model brings its own for its people.</summary>
internal sealed class PeoplePolicies : ComponentResource
{
    public PeoplePolicies(Account account, SharedResources shared, EventReceivers receivers, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:PeoplePolicies", "people", options)
    {
        Operator = PersonPolicy.Create(
            account,
            "operator",
            "Reads logs and alarms; looks at dead letters, moves them and sends them again.",
            [
                .. shared.DeadLetters.All.Select(queue => (Action<Grantee>)queue.Queue.GrantMove),
                receivers.Notifications.GrantInvoke,
                .. receivers.ApprovalDeploy is { } approvalDeploy ? [approvalDeploy.GrantInvoke] : Array.Empty<Action<Grantee>>(),
                ReadLogs(account),
                ReadAlarms(account),
                grantee => grantee.AddUnscopable(UnscopableAction.ReadMetrics),
            ],
            this
        );
        NoApprovals = PersonPolicy.Create(
            account,
            "no-approvals",
            "Denies decisions about versions: attach it to the roles of CI.",
            [Separation.DenyDecisions(account)],
            this
        );
        RegisterOutputs();
    }

    public Output<string> Operator { get; }

    public Output<string> NoApprovals { get; }

    private static Action<Grantee> ReadAlarms(Account account) =>
        grantee =>
        {
            grantee.Add(
                new(
                    "ReadAlarms",
                    ["cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms"],
                    account.Arn("cloudwatch", $"alarm:{account.Names.Of()}-*")
                )
            );
            grantee.Add(
                new(
                    "ReadDashboards",
                    ["cloudwatch:GetDashboard"],
                    account.Id.Apply(id => account.Partition.Arn("cloudwatch", "", id, $"dashboard/{account.Names.Of()}-*").ToString())
                )
            );
        };

    private static Action<Grantee> ReadLogs(Account account) =>
        grantee =>
            grantee.Add(
                new(
                    "ReadLogs",
                    ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents"],
                    new[]
                    {
                        account.Arn("logs", $"log-group:/aws/lambda/{account.Names.Of()}-*"),
                        account.Arn("logs", $"log-group:/aws/events/{account.Names.Of()}-*"),
                        account.Arn("logs", "log-group:/aws/sagemaker/*"),
                    }
                )
            );
}
