using MlopsBatch.Platform.Iam;
using MlopsBatch.Platform.Messaging;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace MlopsBatch.Platform.Observability;

/// <summary>Who registered, approved, rejected and deployed what, kept for a year at least.</summary>
internal sealed class AuditLog
{
    private const int OneYear = 365;

    public AuditLog(Account account, PlatformKey key, Resource parent)
    {
        var log = new LogGroup(
            "audit",
            new LogGroupArgs
            {
                // EventBridge writes to groups below /aws/events/ only.
                Name = $"/aws/events/{account.Names.Of("audit")}",
                RetentionInDays = Math.Max(OneYear, account.Settings.LogRetentionDays),
                KmsKeyId = key.Arn,
                Tags = account.Tags(),
            },
            new() { Parent = parent, Protect = true }
        );
        // EventBridge names its rule when it writes, not when it makes a stream
        // (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html, "CloudWatch Logs permissions").
        var writers = StatementPrincipal.Service("events.amazonaws.com", "delivery.logs.amazonaws.com");
        var streams = new Statement("MakeAuditStreams", ["logs:CreateLogStream"], Output.Format($"{log.Arn}:*")).By(writers);
        var events = new Statement("WriteAuditEvents", ["logs:PutLogEvents"], Output.Format($"{log.Arn}:*"))
            .By(writers)
            .When("ArnLike", "aws:SourceArn", account.Arn("events", $"rule/{account.Names.Of()}-*"));
        Policy = new LogResourcePolicy(
            "audit",
            new LogResourcePolicyArgs { PolicyName = account.Names.Of("audit"), PolicyDocument = PolicyText.Of([streams, events]) },
            new() { Parent = parent }
        );
        Arn = log.Arn;
    }

    /// <summary>Lets EventBridge write; whoever makes it a target waits for it.</summary>
    public LogResourcePolicy Policy { get; }

    public Output<string> Arn { get; }
}
