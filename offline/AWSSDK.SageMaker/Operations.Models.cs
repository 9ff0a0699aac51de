using System.Text.Json;
using Amazon.SageMaker.Model;
using MlopsBatch.Offline;

namespace Amazon.SageMaker;

/// <summary>Models and tags.</summary>
internal static partial class Operations
{
    public static readonly JsonOperation<ListModelsRequest, ListModelsResponse> ListModels = Operation(
        "ListModels",
        (ListModelsRequest request, Utf8JsonWriter json) =>
        {
            json.Time("CreationTimeBefore", request.CreationTimeBefore);
            json.Number("MaxResults", request.MaxResults);
            json.Text("NameContains", request.NameContains);
            json.Text("NextToken", request.NextToken);
        },
        answer => new ListModelsResponse
        {
            Models = answer.List(
                "Models",
                model => new ModelSummary
                {
                    CreationTime = model.Time("CreationTime"),
                    ModelArn = model.Text("ModelArn"),
                    ModelName = model.Text("ModelName"),
                }
            ),
            NextToken = answer.Text("NextToken"),
        }
    );

    public static readonly JsonOperation<ListTagsRequest, ListTagsResponse> ListTags = Operation(
        "ListTags",
        (ListTagsRequest request, Utf8JsonWriter json) =>
        {
            json.Text("NextToken", request.NextToken);
            json.Text("ResourceArn", request.ResourceArn);
        },
        answer => new ListTagsResponse
        {
            NextToken = answer.Text("NextToken"),
            Tags = answer.List("Tags", tag => new Tag { Key = tag.Text("Key"), Value = tag.Text("Value") }),
        }
    );

    public static readonly JsonOperation<DeleteModelRequest, DeleteModelResponse> DeleteModel = Operation<
        DeleteModelRequest,
        DeleteModelResponse
    >(
        "DeleteModel",
        (request, json) => json.Text("ModelName", request.ModelName),
        read: null
    );
}
