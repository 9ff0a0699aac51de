using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.Sns;

namespace MlopsBatch.Platform.Messaging;

/// <summary>A topic whose subscribers get mails.</summary>
internal sealed class SubscribedTopic
{
    private readonly PlatformKey _key;

    public SubscribedTopic(Account account, string name, string displayName, PlatformKey key, bool alarmsPublish, Resource parent)
    {
        _key = key;
        LogicalName = name;
        var topic = new Topic(
            name,
            new TopicArgs
            {
                Name = account.Names.Of(name),
                DisplayName = displayName,
                KmsMasterKeyId = key.Arn,
                Tags = account.Tags(),
            },
            new() { Parent = parent }
        );
        var statements = new List<Statement>
        {
            (new Statement("DenyPlainHttp", ["sns:Publish"], topic.Arn) { IsDenial = true })
                .By(StatementPrincipal.Everyone)
                .When("Bool", "aws:SecureTransport", new[] { "false" }),
        };
        if (alarmsPublish)
        {
            statements.Add(
                new Statement("PublishAlarms", ["sns:Publish"], topic.Arn)
                    .By(StatementPrincipal.Service("cloudwatch.amazonaws.com"))
                    .When("StringEquals", "aws:SourceAccount", account.Id)
            );
        }

        _ = new TopicPolicy(name, new TopicPolicyArgs { Arn = topic.Arn, Policy = PolicyText.Of(statements) }, new() { Parent = parent });
        Arn = topic.Arn;
    }

    /// <summary>Its name in the program.</summary>
    public string LogicalName { get; }

    public Output<string> Arn { get; }

    public void GrantPublish(Grantee grantee)
    {
        grantee.Add(new($"PublishTo{char.ToUpperInvariant(LogicalName[0])}{LogicalName[1..]}", ["sns:Publish"], Arn));
        _key.GrantUse(grantee);
    }
}
