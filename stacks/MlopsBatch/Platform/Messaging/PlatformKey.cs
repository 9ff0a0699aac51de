using MlopsBatch.Platform.Iam;
using MlopsBatch.Platform.Storage;
using Pulumi;

namespace MlopsBatch.Platform.Messaging;

/// <summary>
/// The key of topics, queues, log groups, functions and the token. A key of AWS's own wouldn't do: EventBridge and alarms
/// can't publish to a topic that is encrypted with it (SNS developer guide, "Key management").
/// </summary>
internal sealed class PlatformKey
{
    public PlatformKey(Account account, Resource parent) =>
        Arn = OwnKey.Make(
            account,
            "platform",
            "Messages, logs and functions",
            [
                KeyStatements.Administration(account),
                KeyStatements.UseByGrants(account),
                KeyStatements.UseByServices(account, "cloudwatch.amazonaws.com", "events.amazonaws.com", "sns.amazonaws.com"),
                KeyStatements.UseByLogs(account),
            ],
            parent
        );

    public Output<string> Arn { get; }

    /// <summary>Sending to encrypted topics and queues, reading encrypted settings and secrets.</summary>
    public void GrantUse(Grantee grantee) => grantee.Add(new("UsePlatformKey", ["kms:Decrypt", "kms:GenerateDataKey"], Arn));

    /// <summary>Reading only.</summary>
    public void GrantDecrypt(Grantee grantee) => grantee.Add(new("DecryptPlatform", ["kms:Decrypt"], Arn));
}
