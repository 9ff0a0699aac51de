using MlopsBatch.Platform.Functions;
using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.Sqs;

namespace MlopsBatch.Platform.Messaging;

/// <summary>Where what couldn't be delivered waits until it is mailed, or for 14 days, SQS's longest, for a person.</summary>
internal sealed class DeadLetterQueue
{
    private const int FourteenDays = 14 * 24 * 60 * 60;

    /// <summary>Six times the reader's longest run, as AWS advises (Lambda developer guide, "Using Lambda with Amazon SQS").</summary>
    private const int HiddenSeconds = 6 * NotificationsLambda.TimeoutSeconds;

    /// <summary>AWS's advice for readers that may be throttled, on the same page.</summary>
    private const int MailTries = 5;

    private readonly PlatformKey _key;

    /// <param name="account">The account.</param>
    /// <param name="name">What kind of message it takes.</param>
    /// <param name="key">Its key.</param>
    /// <param name="sender">A service that sends by the queue's policy, and the pattern of the ARNs on whose behalf; null if roles
    /// send.</param>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="unmailed">Where goes what can't be mailed; null if its messages aren't mailed.</param>
    public DeadLetterQueue(
        Account account,
        string name,
        PlatformKey key,
        (string Service, Output<string>[] Sources)? sender,
        Resource parent,
        DeadLetterQueue? unmailed = null
    )
    {
        _key = key;
        var queue = new Queue(
            name,
            new QueueArgs
            {
                Name = account.Names.Of(name),
                KmsMasterKeyId = key.Arn,
                KmsDataKeyReusePeriodSeconds = 300,
                MessageRetentionSeconds = FourteenDays,
                VisibilityTimeoutSeconds = HiddenSeconds,
                RedrivePolicy = unmailed is null
                    ? null!
                    : (Input<string>)unmailed.Arn.Apply(arn => $$"""{"deadLetterTargetArn":"{{arn}}","maxReceiveCount":{{MailTries}}}"""),
                Tags = account.Tags(),
            },
            new() { Parent = parent }
        );
        var statements = new List<Statement>
        {
            (new Statement("DenyPlainHttp", ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"], queue.Arn) { IsDenial = true })
                .By(StatementPrincipal.Everyone)
                .When("Bool", "aws:SecureTransport", new[] { "false" }),
        };
        if (sender is { } from)
        {
            statements.Add(
                new Statement("TakeDeadLetters", ["sqs:SendMessage"], queue.Arn)
                    .By(StatementPrincipal.Service(from.Service))
                    .When("ArnLike", "aws:SourceArn", from.Sources)
            );
        }

        _ = new QueuePolicy(
            name,
            new QueuePolicyArgs { QueueUrl = queue.Url, Policy = PolicyText.Of(statements) },
            new() { Parent = parent }
        );
        Name = queue.Name;
        Arn = queue.Arn;
        IsMailed = unmailed is not null;
    }

    public Output<string> Name { get; }

    public Output<string> Arn { get; }

    /// <summary>Whether its messages are taken out and mailed, so that none should stay in it.</summary>
    public bool IsMailed { get; }

    /// <summary>Sending by a role: functions and schedules do.</summary>
    public void GrantSend(Grantee grantee)
    {
        grantee.Add(new("SendDeadLetters", ["sqs:SendMessage"], Arn));
        _key.GrantUse(grantee);
    }

    /// <summary>Looking at messages, moving them to another queue or back (SQS's redrive), and putting them in again.</summary>
    public void GrantMove(Grantee grantee)
    {
        GrantConsume(grantee);
        grantee.Add(
            new(
                "MoveDeadLetters",
                ["sqs:CancelMessageMoveTask", "sqs:ListMessageMoveTasks", "sqs:SendMessage", "sqs:StartMessageMoveTask"],
                Arn
            )
        );
        _key.GrantUse(grantee);
    }

    /// <summary>Taking messages out, to pass them on.</summary>
    public void GrantConsume(Grantee grantee)
    {
        grantee.Add(new("TakeDeadLetters", ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"], Arn));
        _key.GrantDecrypt(grantee);
    }
}
