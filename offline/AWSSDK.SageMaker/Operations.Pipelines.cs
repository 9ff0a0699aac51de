using System.Text.Json;
using Amazon.SageMaker.Model;
using MlopsBatch.Offline;

namespace Amazon.SageMaker;

internal static partial class Operations
{
    public static readonly JsonOperation<StartPipelineExecutionRequest, StartPipelineExecutionResponse> StartPipelineExecution = Operation(
        "StartPipelineExecution",
        (StartPipelineExecutionRequest request, Utf8JsonWriter json) =>
        {
            json.Text("ClientRequestToken", request.ClientRequestToken ?? Guid.NewGuid().ToString());
            json.Text("PipelineExecutionDescription", request.PipelineExecutionDescription);
            json.Text("PipelineExecutionDisplayName", request.PipelineExecutionDisplayName);
            json.Text("PipelineName", request.PipelineName);
            if (request.PipelineParameters is null)
            {
                return;
            }

            json.WriteStartArray("PipelineParameters");
            foreach (var parameter in request.PipelineParameters)
            {
                json.WriteStartObject();
                json.Text("Name", parameter.Name);
                json.Text("Value", parameter.Value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        },
        answer => new StartPipelineExecutionResponse { PipelineExecutionArn = answer.Text("PipelineExecutionArn") },
        Conflict,
        NotFound,
        LimitExceeded
    );

    public static readonly JsonOperation<DescribePipelineRequest, DescribePipelineResponse> DescribePipeline = Operation(
        "DescribePipeline",
        (DescribePipelineRequest request, Utf8JsonWriter json) => json.Text("PipelineName", request.PipelineName),
        answer => new DescribePipelineResponse
        {
            PipelineArn = answer.Text("PipelineArn"),
            PipelineDefinition = answer.Text("PipelineDefinition"),
            PipelineName = answer.Text("PipelineName"),
        },
        NotFound
    );

    public static readonly JsonOperation<DescribePipelineExecutionRequest, DescribePipelineExecutionResponse> DescribePipelineExecution =
        Operation(
            "DescribePipelineExecution",
            (DescribePipelineExecutionRequest request, Utf8JsonWriter json) =>
                json.Text("PipelineExecutionArn", request.PipelineExecutionArn),
            answer => new DescribePipelineExecutionResponse
            {
                CreationTime = answer.Time("CreationTime"),
                FailureReason = answer.Text("FailureReason"),
                LastModifiedTime = answer.Time("LastModifiedTime"),
                PipelineArn = answer.Text("PipelineArn"),
                PipelineExecutionArn = answer.Text("PipelineExecutionArn"),
                PipelineExecutionDescription = answer.Text("PipelineExecutionDescription"),
                PipelineExecutionDisplayName = answer.Text("PipelineExecutionDisplayName"),
                PipelineExecutionStatus = answer.Text("PipelineExecutionStatus")!,
            },
            NotFound
        );

    public static readonly JsonOperation<ListPipelineExecutionsRequest, ListPipelineExecutionsResponse> ListPipelineExecutions = Operation(
        "ListPipelineExecutions",
        (ListPipelineExecutionsRequest request, Utf8JsonWriter json) =>
        {
            json.Time("CreatedAfter", request.CreatedAfter);
            json.Number("MaxResults", request.MaxResults);
            json.Text("NextToken", request.NextToken);
            json.Text("PipelineName", request.PipelineName);
            json.Text("SortBy", request.SortBy);
            json.Text("SortOrder", request.SortOrder);
        },
        answer => new ListPipelineExecutionsResponse
        {
            NextToken = answer.Text("NextToken"),
            PipelineExecutionSummaries = answer.List(
                "PipelineExecutionSummaries",
                execution => new PipelineExecutionSummary
                {
                    PipelineExecutionArn = execution.Text("PipelineExecutionArn"),
                    PipelineExecutionDisplayName = execution.Text("PipelineExecutionDisplayName"),
                    PipelineExecutionFailureReason = execution.Text("PipelineExecutionFailureReason"),
                    PipelineExecutionStatus = execution.Text("PipelineExecutionStatus")!,
                    StartTime = execution.Time("StartTime"),
                }
            ),
        },
        NotFound
    );

    public static readonly JsonOperation<ListPipelineExecutionStepsRequest, ListPipelineExecutionStepsResponse> ListPipelineExecutionSteps =
        Operation(
            "ListPipelineExecutionSteps",
            (ListPipelineExecutionStepsRequest request, Utf8JsonWriter json) =>
            {
                json.Number("MaxResults", request.MaxResults);
                json.Text("NextToken", request.NextToken);
                json.Text("PipelineExecutionArn", request.PipelineExecutionArn);
                json.Text("SortOrder", request.SortOrder);
            },
            answer => new ListPipelineExecutionStepsResponse
            {
                NextToken = answer.Text("NextToken"),
                PipelineExecutionSteps = answer.List(
                    "PipelineExecutionSteps",
                    step => new PipelineExecutionStep
                    {
                        EndTime = step.Time("EndTime"),
                        FailureReason = step.Text("FailureReason"),
                        StartTime = step.Time("StartTime"),
                        StepDisplayName = step.Text("StepDisplayName"),
                        StepName = step.Text("StepName"),
                        StepStatus = step.Text("StepStatus")!,
                    }
                ),
            },
            NotFound
        );

    public static readonly JsonOperation<
        ListPipelineParametersForExecutionRequest,
        ListPipelineParametersForExecutionResponse
    > ListPipelineParametersForExecution = Operation(
        "ListPipelineParametersForExecution",
        (ListPipelineParametersForExecutionRequest request, Utf8JsonWriter json) =>
        {
            json.Number("MaxResults", request.MaxResults);
            json.Text("NextToken", request.NextToken);
            json.Text("PipelineExecutionArn", request.PipelineExecutionArn);
        },
        answer => new ListPipelineParametersForExecutionResponse
        {
            NextToken = answer.Text("NextToken"),
            PipelineParameters = answer.List(
                "PipelineParameters",
                parameter => new Parameter { Name = parameter.Text("Name"), Value = parameter.Text("Value") }
            ),
        },
        NotFound
    );
}
