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
        var log = new LogGroup("audit", new LogGroupArgs
        {
            // EventBridge writes to groups below /aws/events/ only.
            Name = $"/aws/events/{account.Names.Of("audit")}",
            RetentionInDays = Math.Max(OneYear, account.Settings.LogRetentionDays),
            KmsKeyId = key.Arn,
            Tags = account.Tags(),
        }, new() { Parent = parent, Protect = true });
        var events = new Statement("WriteAuditEvents", ["logs:CreateLogStream", "logs:PutLogEvents"], Output.Format($"{log.Arn}:*"))
            .By(Principal.Service("events.amazonaws.com", "delivery.logs.amazonaws.com"))
            .When("StringEquals", "aws:SourceAccount", account.Id);
        _ = new LogResourcePolicy("audit", new LogResourcePolicyArgs { PolicyName = account.Names.Of("audit"), PolicyDocument = PolicyText.Of([events]) }, new() { Parent = parent });
        Name = log.Name;
        Arn = log.Arn;
    }

    public Output<string> Name { get; }

    public Output<string> Arn { get; }
}
