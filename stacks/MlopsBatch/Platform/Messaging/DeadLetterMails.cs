using MlopsBatch.Platform.Functions;
using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.Pipes;
using Pulumi.Aws.Pipes.Inputs;

namespace MlopsBatch.Platform.Messaging;

/// <summary>
/// One mail for each dead letter: a pipe hands it to the notification function and deletes it once that ended well. What
/// fails stays in its queue, and after some tries goes where an alarm needs no function.
/// </summary>
internal sealed class DeadLetterMails : ComponentResource
{
    public DeadLetterMails(Account account, DeadLetters deadLetters, EventFunction notifications, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:DeadLetterMails", "dead-letter-mails", options)
    {
        var mailed = deadLetters.All.Where(queue => queue.Queue.IsMailed).ToList();
        var role = new ServiceRole(
            account,
            "dead-letter-mails",
            ["pipes.amazonaws.com"],
            [.. mailed.Select(queue => (Action<Grantee>)queue.Queue.GrantConsume), notifications.GrantInvoke],
            this
        );
        foreach (var (name, queue) in mailed)
        {
            _ = new Pipe(
                name,
                new PipeArgs
                {
                    Name = account.Names.Of(name),
                    Description = $"Mails what is in the dead-letter queue {name}",
                    RoleArn = role.Arn,
                    Source = queue.Arn,
                    // One by one: a batch would come again as a whole, mailed or not, if one of it failed.
                    SourceParameters = new PipeSourceParametersArgs
                    {
                        SqsQueueParameters = new PipeSourceParametersSqsQueueParametersArgs { BatchSize = 1 },
                    },
                    Target = notifications.Arn,
                    // Waits for the answer, so that what wasn't mailed isn't deleted.
                    TargetParameters = new PipeTargetParametersArgs
                    {
                        LambdaFunctionParameters = new PipeTargetParametersLambdaFunctionParametersArgs
                        {
                            InvocationType = "REQUEST_RESPONSE",
                        },
                    },
                    Tags = account.Tags(),
                },
                new() { Parent = this, DependsOn = role.Policy }
            );
        }

        RegisterOutputs();
    }
}
