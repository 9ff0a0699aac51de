using System.Text.Json.Nodes;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Tests.Events;

/// <summary>Events as AWS sends them, filled from the product's own names.</summary>
internal static class Sample
{
    public const string Account = "111122223333";

    public static JsonObject Execution(string pipeline, string status, string account = Account) =>
        Of(
            EventSources.SageMaker,
            DetailTypes.PipelineExecution,
            new()
            {
                ["pipelineArn"] = Arn(pipeline, account),
                ["pipelineExecutionArn"] = $"{Arn(pipeline, account)}/execution/q9w8e7r6t5y4",
                ["currentPipelineExecutionStatus"] = status,
                ["previousPipelineExecutionStatus"] = "Executing",
            },
            account
        );

    public static JsonObject Step(string pipeline, string step, string status, string account = Account) =>
        Of(
            EventSources.SageMaker,
            DetailTypes.PipelineStep,
            new()
            {
                ["stepName"] = step,
                ["stepType"] = "Processing",
                ["currentStepStatus"] = status,
                ["previousStepStatus"] = "Executing",
                ["pipelineArn"] = Arn(pipeline, account),
                ["pipelineExecutionArn"] = $"{Arn(pipeline, account)}/execution/q9w8e7r6t5y4",
            },
            account
        );

    public static JsonObject Version(string group, string status, params string[] updated)
    {
        var detail = new JsonObject
        {
            ["ModelPackageGroupName"] = group,
            ["ModelPackageVersion"] = 3,
            ["ModelPackageArn"] = $"arn:aws:sagemaker:eu-west-1:{Account}:model-package/{group}/3",
            ["ModelApprovalStatus"] = status,
        };
        if (updated.Length > 0)
        {
            detail["UpdatedModelPackageFields"] = new JsonArray([.. updated.Select(field => (JsonNode)field)]);
        }

        return Of(EventSources.SageMaker, DetailTypes.ModelPackage, detail);
    }

    public static JsonObject Object(string bucket, string key, int size = 100) =>
        Of(
            EventSources.S3,
            DetailTypes.ObjectCreated,
            new()
            {
                ["version"] = "0",
                ["bucket"] = new JsonObject { ["name"] = bucket },
                ["object"] = new JsonObject
                {
                    ["key"] = key,
                    ["size"] = size,
                    ["etag"] = "0",
                    ["sequencer"] = "1",
                },
                ["reason"] = "CompleteMultipartUpload",
            }
        );

    public static JsonObject Deployment(string detailType) => Of(EventSources.MlopsBatch, detailType, new() { ["model"] = "abalone" });

    /// <summary>The example's model's layout.</summary>
    public static S3Layout Layout { get; } = new("example-mlops", "", "abalone");

    private static string Arn(string pipeline, string account) => $"arn:aws:sagemaker:eu-west-1:{account}:pipeline/{pipeline}";

    private static JsonObject Of(string source, string detailType, JsonObject detail, string account = Account) =>
        new()
        {
            ["version"] = "0",
            ["id"] = "ea37ccbb-5e2c-05e9-4073-1daada940304",
            ["detail-type"] = detailType,
            ["source"] = source,
            ["account"] = account,
            ["time"] = "2026-11-20T03:31:12Z",
            ["region"] = "eu-west-1",
            ["resources"] = new JsonArray(),
            ["detail"] = detail,
        };
}
