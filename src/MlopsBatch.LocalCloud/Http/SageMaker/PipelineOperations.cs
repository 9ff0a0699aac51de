using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Shapes;

namespace MlopsBatch.LocalCloud.Http.SageMaker;

/// <summary>What is asked of pipelines and their executions.</summary>
internal sealed class PipelineOperations(ApiModel model)
{
    private readonly ConcurrentDictionary<string, string> _started = new(StringComparer.Ordinal);

    public JsonObject List(ServiceCall call, JsonObject input)
    {
        call.Authorize("sagemaker:ListPipelines", "*", call.Account.Id);
        var prefix = input.Text("PipelineNamePrefix") ?? "";
        var found = call
            .Account.SageMaker.ListPipelines()
            .Where(pipeline => pipeline.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Where(pipeline => input.IsWithin("CreatedAfter", "CreatedBefore", pipeline.CreationTime));
        var sorted = input.Text("SortBy") == "Name" ? found : found.OrderBy(pipeline => pipeline.CreationTime);
        return Page.Of(
            input,
            "PipelineSummaries",
            sorted.Sorted(input, "Descending").Select(pipeline => (pipeline.Name, Summary(pipeline)))
        );
    }

    public JsonObject Describe(ServiceCall call, JsonObject input)
    {
        var pipeline = Pipeline(call, input);
        var described = Summary(pipeline);
        described["PipelineDefinition"] = pipeline.Definition;
        described["PipelineStatus"] = "Active";
        return described;
    }

    public JsonObject DescribeDefinition(ServiceCall call, JsonObject input)
    {
        var execution = Execution(call, input, "DescribePipelineDefinitionForExecution");
        return new JsonObject { ["PipelineDefinition"] = execution.Definition, ["CreationTime"] = Wire.Time(execution.StartTime) };
    }

    public JsonObject Start(ServiceCall call, JsonObject input)
    {
        // A request that is sent again, because its answer got lost, must not start a second execution.
        var (owner, name, arn) = Named(call, input);
        var token = $"{arn} {input.Text("ClientRequestToken")}";
        var started = _started.GetOrAdd(
            token,
            _ =>
                owner
                    .SageMaker.StartPipelineExecution(
                        name,
                        Parameters(input),
                        new StartOptions
                        {
                            DisplayName = input.Text("PipelineExecutionDisplayName"),
                            Description = input.Text("PipelineExecutionDescription"),
                            MaxParallelSteps = input["ParallelismConfiguration"]?["MaxParallelExecutionSteps"]?.GetValue<int>() ?? 50,
                        }
                    )
                    .Arn
        );
        return new JsonObject { ["PipelineExecutionArn"] = started };
    }

    public JsonObject Stop(ServiceCall call, JsonObject input)
    {
        var execution = Execution(call, input, "StopPipelineExecution");
        execution.Stop();
        return new JsonObject { ["PipelineExecutionArn"] = execution.Arn };
    }

    public JsonObject DescribeExecution(ServiceCall call, JsonObject input)
    {
        var execution = Execution(call, input, "DescribePipelineExecution");
        var described = Summary(execution);
        described["PipelineArn"] = execution.PipelineArn;
        described["CreationTime"] = Wire.Time(execution.StartTime);
        described["LastModifiedTime"] = Wire.Time(LastChange(execution));
        described["FailureReason"] = execution.FailureReason;
        return described;
    }

    public JsonObject ListExecutions(ServiceCall call, JsonObject input)
    {
        var (owner, name, arn) = Named(call, input);
        call.Authorize("sagemaker:ListPipelineExecutions", arn, owner.Id);
        var found = owner
            .SageMaker.ListPipelineExecutions(name)
            .Reverse()
            .Where(execution => input.IsWithin("CreatedAfter", "CreatedBefore", execution.StartTime));
        var rows = found.Sorted(input, "Descending").Select(execution => (execution.Arn, Summary(execution)));
        return Page.Of(input, "PipelineExecutionSummaries", rows);
    }

    public JsonObject ListSteps(ServiceCall call, JsonObject input)
    {
        var rows = Execution(call, input, "ListPipelineExecutionSteps")
            .Steps.Sorted(input, "Descending")
            .Select(step => (step.Name, Row(step)));
        return Page.Of(input, "PipelineExecutionSteps", rows);
    }

    public JsonObject ListParameters(ServiceCall call, JsonObject input) =>
        Page.Of(
            input,
            "PipelineParameters",
            Execution(call, input, "ListPipelineParametersForExecution")
                .Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
                .Select(parameter => (parameter.Key, new JsonObject { ["Name"] = parameter.Key, ["Value"] = parameter.Value }))
        );

    private static JsonObject Summary(PipelineDescription pipeline) =>
        new()
        {
            ["PipelineArn"] = pipeline.Arn,
            ["PipelineName"] = pipeline.Name,
            ["PipelineDisplayName"] = pipeline.Name,
            ["CreationTime"] = Wire.Time(pipeline.CreationTime),
            ["LastModifiedTime"] = Wire.Time(pipeline.LastModifiedTime),
        };

    private static JsonObject Summary(PipelineExecution execution) =>
        new()
        {
            ["PipelineExecutionArn"] = execution.Arn,
            ["StartTime"] = Wire.Time(execution.StartTime),
            ["PipelineExecutionStatus"] = execution.Status.ToString(),
            ["PipelineExecutionDescription"] = execution.Description,
            ["PipelineExecutionDisplayName"] = execution.DisplayName ?? $"execution-{execution.StartTime.ToUnixTimeMilliseconds()}",
            ["PipelineExecutionFailureReason"] = execution.FailureReason,
        };

    private JsonObject Row(StepExecution step) =>
        new()
        {
            ["StepName"] = step.Name,
            ["StepDisplayName"] = step.DisplayName,
            ["StepDescription"] = step.Description,
            ["StartTime"] = Wire.Time(step.StartTime),
            ["EndTime"] = Wire.Time(step.EndTime),
            ["StepStatus"] = step.Status.ToString(),
            ["FailureReason"] = step.FailureReason,
            ["AttemptCount"] = step.AttemptCount,
            ["Metadata"] = new WireOutput(model).Convert(step.Metadata, "PipelineExecutionStepMetadata"),
        };

    private static DateTimeOffset LastChange(PipelineExecution execution) =>
        execution.EndTime ?? execution.Steps.Select(step => step.EndTime ?? step.StartTime).Append(execution.StartTime).Max();

    private static Dictionary<string, string> Parameters(JsonObject input) =>
        (input["PipelineParameters"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .ToDictionary(parameter => parameter.Text("Name")!, parameter => parameter.Text("Value")!, StringComparer.Ordinal);

    private static PipelineDescription Pipeline(ServiceCall call, JsonObject input)
    {
        var (owner, name, _) = Named(call, input);
        return owner.SageMaker.DescribePipeline(name);
    }

    private static (CloudAccount Owner, string Name, string Arn) Named(ServiceCall call, JsonObject input)
    {
        var nameOrArn = input.Text("PipelineName")!;
        var owner = call.Owner(nameOrArn);
        var name = nameOrArn.Split('/')[^1];
        return (owner, name, owner.Arn("sagemaker", "pipeline/" + name));
    }

    private static PipelineExecution Execution(ServiceCall call, JsonObject input, string action)
    {
        var arn = input.Text("PipelineExecutionArn") ?? throw new CloudException("ValidationException", "PipelineExecutionArn is missing.");
        var owner = call.Owner(arn);
        call.Authorize("sagemaker:" + action, arn, owner.Id);
        return owner.SageMaker.DescribePipelineExecution(arn);
    }
}
