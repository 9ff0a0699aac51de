using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.DeadLetters;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Events.Tests;

public sealed class RecordsTests
{
    private static readonly Scene Scene = Scene.Default;

    public static TheoryData<string, JsonObject, JsonTypeInfo> Events =>
        new()
        {
            {
                "execution",
                EventTemplates.Execution(Scene, PipelineKind.Training, "Failed"),
                EventsJsonContext.Default.EventBridgeEventPipelineExecutionDetail
            },
            {
                "step",
                EventTemplates.Step(Scene, PipelineKind.Training, StepNames.Training, "Failed", "why"),
                EventsJsonContext.Default.EventBridgeEventPipelineStepDetail
            },
            {
                "model package",
                EventTemplates.Version(Scene, 7, "Approved", updated: ["ModelApprovalStatus"], description: "good"),
                EventsJsonContext.Default.EventBridgeEventModelPackageDetail
            },
            { "object", EventTemplates.Violations(Scene), EventsJsonContext.Default.EventBridgeEventObjectCreatedDetail },
            {
                "alarm",
                EventTemplates.Alarm(Scene, "dead letters", "ALARM", "1 > 0"),
                EventsJsonContext.Default.EventBridgeEventAlarmDetail
            },
            {
                "deployment",
                EventTemplates.Deployment(Scene, DetailTypes.DeploymentTriggered, new DeploymentDetail { Model = "abalone" }),
                EventsJsonContext.Default.EventBridgeEventDeploymentDetail
            },
            {
                "dead letter",
                EventTemplates
                    .DeadLetter(Scene, "{}", new Dictionary<string, string> { ["RULE_ARN"] = "arn" })[0]!
                    .DeepClone()
                    .AsObject(),
                EventsJsonContext.Default.QueueMessage
            },
        };

    [Theory]
    [MemberData(nameof(Events))]
    public void Reading_and_writing_an_event_loses_nothing(string name, JsonObject e, JsonTypeInfo shape)
    {
        e["added-by-AWS-later"] = new JsonObject { ["deep"] = new JsonArray(1, "two", null) };
        (e["detail"] ?? e)["addedLater"] = 3;
        var read = JsonSerializer.Deserialize(e, shape);
        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, shape), e).ShouldBeTrue(name);
    }

    [Fact]
    public void An_execution_event_is_read()
    {
        var read = Read(
            EventTemplates.Execution(Scene, PipelineKind.BatchInference, "Failed"),
            EventsJsonContext.Default.EventBridgeEventPipelineExecutionDetail
        );
        read.Source.ShouldBe(EventSources.SageMaker);
        read.DetailType.ShouldBe(DetailTypes.PipelineExecution);
        read.Region.ShouldBe("eu-west-1");
        read.Detail!.CurrentStatus.ShouldBe(ExecutionStatuses.Failed);
        read.Detail.PipelineExecutionArn.ShouldBe(Scene.ExecutionArn(PipelineKind.BatchInference));
        read.Detail.StartTime.ShouldBe("2026-11-20T03:00:04Z");
    }

    [Fact]
    public void A_model_package_event_is_read()
    {
        var read = Read(
            EventTemplates.Version(Scene, 7, "Rejected", updated: ["ModelApprovalStatus"]),
            EventsJsonContext.Default.EventBridgeEventModelPackageDetail
        ).Detail!;
        read.GroupName.ShouldBe("abalone");
        read.Version.ShouldBe(7);
        read.ApprovalStatus.ShouldBe(ApprovalStatuses.Rejected);
        read.CustomerMetadata![MetadataKeys.Metric].ShouldBe("mse");
        read.MetadataProperties!.GeneratedBy.ShouldBe(Scene.ExecutionArn(PipelineKind.Training));
    }

    [Theory]
    [InlineData("processingJob", "arn")]
    [InlineData("ProcessingJob", "Arn")]
    public void Step_metadata_is_read_in_either_case(string job, string arn)
    {
        var e = EventTemplates.Step(Scene, PipelineKind.Training, StepNames.Training, "Failed");
        EventTemplates.Detail(e)["metadata"] = new JsonObject { [job] = new JsonObject { [arn] = "arn:x" } };
        Read(e, EventsJsonContext.Default.EventBridgeEventPipelineStepDetail).Detail!.Metadata!.JobArn.ShouldBe("arn:x");
    }

    [Fact]
    public void A_version_number_may_come_as_text()
    {
        var e = EventTemplates.Version(Scene, 7, "Approved");
        EventTemplates.Detail(e)["ModelPackageVersion"] = "7";
        Read(e, EventsJsonContext.Default.EventBridgeEventModelPackageDetail).Detail!.Version.ShouldBe(7);
    }

    [Fact]
    public void A_change_touches_what_it_names_and_anything_if_it_names_nothing()
    {
        new ModelPackageDetail { Updated = ["ApprovalDescription"] }
            .Touches(UpdatedFields.ApprovalStatus)
            .ShouldBeFalse();
        new ModelPackageDetail { Updated = ["ApprovalDescription"] }
            .Touches(UpdatedFields.ApprovalDescription)
            .ShouldBeTrue();
        new ModelPackageDetail().Touches(UpdatedFields.ApprovalStatus).ShouldBeTrue();
    }

    [Fact]
    public void A_queue_message_gives_its_attributes_by_name()
    {
        var handedOver = EventTemplates.DeadLetter(
            Scene,
            "the event",
            new Dictionary<string, string> { [DeadLetterAttributes.ErrorCode] = "NO_PERMISSIONS" }
        );
        var message = QueueMessages.Of(JsonSerializer.SerializeToElement<JsonNode>(handedOver))!.Single();
        message.Body.ShouldBe("the event");
        message.Attribute(DeadLetterAttributes.ErrorCode).ShouldBe("NO_PERMISSIONS");
        message.Attribute(DeadLetterAttributes.RuleArn).ShouldBeNull();
    }

    private static EventBridgeEvent<T> Read<T>(JsonObject e, JsonTypeInfo<EventBridgeEvent<T>> shape)
        where T : class => JsonSerializer.Deserialize(e, shape)!;
}
