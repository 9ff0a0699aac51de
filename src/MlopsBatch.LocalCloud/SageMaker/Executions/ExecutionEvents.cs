using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>
/// The events that SageMaker sends about executions and their steps.
/// Shape: https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html
/// </summary>
internal sealed class ExecutionEvents(ExecutionSetup setup)
{
    public void Publish(ExecutionLog log, ExecutionStatus? previous)
    {
        var detail = new JsonObject();
        AddText(detail, "pipelineExecutionDisplayName", setup.Options.DisplayName);
        detail["currentPipelineExecutionStatus"] = log.Status.ToString();
        AddText(detail, "previousPipelineExecutionStatus", previous?.ToString());
        detail["executionStartTime"] = CloudEvent.Timestamp(log.StartTime);
        AddText(detail, "executionEndTime", log.EndTime is { } end ? CloudEvent.Timestamp(end) : null);
        AddText(detail, "pipelineExecutionDescription", setup.Options.Description);
        Send("SageMaker Model Building Pipeline Execution Status Change", detail);
    }

    public void Publish(StepExecution? before, StepExecution after)
    {
        var detail = new JsonObject { ["metadata"] = after.Metadata.DeepClone() };
        AddText(detail, "failureReason", after.FailureReason);
        detail["stepStartTime"] = CloudEvent.Timestamp(after.StartTime);
        AddText(detail, "stepEndTime", after.EndTime is { } end ? CloudEvent.Timestamp(end) : null);
        detail["stepName"] = after.Name;
        detail["stepType"] = after.Type;
        AddText(detail, "previousStepStatus", before?.Status.ToString());
        detail["currentStepStatus"] = after.Status.ToString();
        Send("SageMaker Model Building Pipeline Execution Step Status Change", detail);
    }

    private void Send(string detailType, JsonObject detail)
    {
        detail["pipelineArn"] = setup.PipelineArn;
        detail["pipelineExecutionArn"] = setup.ExecutionArn;
        setup.Account.Events.Publish("aws.sagemaker", detailType, [setup.PipelineArn, setup.ExecutionArn], detail);
    }

    private static void AddText(JsonObject detail, string name, string? value)
    {
        if (value is not null)
        {
            detail[name] = value;
        }
    }
}
