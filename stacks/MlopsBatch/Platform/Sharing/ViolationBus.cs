using MlopsBatch.Events.EventBridge;
using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace MlopsBatch.Platform.Sharing;

/// <summary>
/// The bus on which quality violations of the deploy accounts arrive. A bus of its own, so that nothing else can be sent here.
/// </summary>
internal sealed class ViolationBus : ComponentResource
{
    public ViolationBus(Account account, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:ViolationBus", "violation-bus", options)
    {
        var bus = new EventBus(
            "violations",
            new EventBusArgs
            {
                Name = account.Names.Of(),
                Description = "Quality violations of the deploy accounts",
                Tags = account.Tags(),
            },
            new() { Parent = this }
        );
        // PutEvents takes many entries, so both keys are multivalued
        // (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html).
        var senders = CrossAccount
            .Limit(account, new("DeployAccountsSend", ["events:PutEvents"], bus.Arn))
            .When("ForAllValues:StringEquals", "events:source", new[] { EventSources.SageMaker })
            .When("ForAllValues:StringEquals", "events:detail-type", new[] { DetailTypes.PipelineStep });
        _ = new EventBusPolicy(
            "violations",
            new EventBusPolicyArgs { EventBusName = bus.Name, Policy = PolicyText.Of([senders]) },
            new() { Parent = this }
        );
        Name = bus.Name;
        Arn = bus.Arn;
        RegisterOutputs();
    }

    public Output<string> Name { get; }

    public Output<string> Arn { get; }
}
