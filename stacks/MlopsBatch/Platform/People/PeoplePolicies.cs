using MlopsBatch.Platform.Iam;
using Pulumi;

namespace MlopsBatch.Platform.People;

/// <summary>Managed policies of the account, to attach to people's and CI's roles. Each model brings its own for its people.</summary>
internal sealed class PeoplePolicies : ComponentResource
{
    public PeoplePolicies(Account account, SharedResources shared, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:PeoplePolicies", "people", options)
    {
        Operator = PersonPolicy.Create(
            account,
            "operator",
            "Reads logs, empties dead-letter queues.",
            [.. shared.DeadLetters.All.Select(queue => (Action<Grantee>)queue.Queue.GrantConsume), ReadLogs(account)],
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
