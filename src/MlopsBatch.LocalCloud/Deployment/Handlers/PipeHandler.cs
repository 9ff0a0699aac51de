using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Pipes;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Pipes from queues to functions.</summary>
internal sealed class PipeHandler()
    : ResourceHandler(
        "aws:pipes/pipe:Pipe",
        ["name", "source", "target", "roleArn"],
        ["sourceParameters", "targetParameters", "desiredState"],
        ["logConfiguration", "kmsKeyIdentifier"],
        ["name", "source"]
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs) => new(inputs.Text("name")!, Put(account, inputs));

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => Put(account, inputs);

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<PipesService>().DeletePipe(state.Id);

    private static JsonObject Put(CloudAccount account, JsonObject inputs)
    {
        var arn = account
            .Service<PipesService>()
            .PutPipe(
                new Pipe
                {
                    Name = inputs.Text("name")!,
                    Source = inputs.Text("source")!,
                    Target = inputs.Text("target")!,
                    RoleArn = inputs.Text("roleArn")!,
                    BatchSize = inputs.Integer("sourceParameters", "sqsQueueParameters", "batchSize") ?? 10,
                    WaitsForAnswer = inputs.Text("targetParameters", "lambdaFunctionParameters", "invocationType") != "FIRE_AND_FORGET",
                    Running = (inputs.Text("desiredState") ?? "RUNNING") == "RUNNING",
                }
            );
        return new JsonObject { ["arn"] = arn };
    }
}
