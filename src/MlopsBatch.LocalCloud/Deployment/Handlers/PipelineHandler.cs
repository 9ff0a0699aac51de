using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>SageMaker pipelines with an inline definition.</summary>
internal sealed class PipelineHandler()
    : ResourceHandler(
        "aws:sagemaker/pipeline:Pipeline",
        ["pipelineName", "pipelineDefinition", "roleArn"],
        ["parallelismConfiguration"],
        ["pipelineDescription", "pipelineDisplayName"],
        ["pipelineName"]
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs) => new(inputs.Text("pipelineName")!, Put(account, inputs));

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => Put(account, inputs);

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<LocalSageMaker>().DeletePipeline(state.Id);

    private static JsonObject Put(CloudAccount account, JsonObject inputs)
    {
        var pipeline = account
            .Service<LocalSageMaker>()
            .PutPipeline(
                inputs.Text("pipelineName")!,
                inputs.Text("pipelineDefinition")!,
                inputs.Text("roleArn"),
                inputs.Integer("parallelismConfiguration", "maxParallelExecutionSteps")
            );
        return new JsonObject { ["arn"] = pipeline.Arn };
    }
}
