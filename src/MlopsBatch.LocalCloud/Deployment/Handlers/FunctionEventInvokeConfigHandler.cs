using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>What becomes of a function's asynchronous invocations.</summary>
internal sealed class FunctionEventInvokeConfigHandler()
    : ResourceHandler(
        "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
        ["functionName"],
        ["maximumRetryAttempts", "maximumEventAgeInSeconds", "destinationConfig"],
        ["qualifier"]
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        Put(account, inputs);
        return new(inputs.Text("functionName")!, []);
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        Put(account, inputs);
        return old.Outputs;
    }

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.Service<LambdaService>().PutFunctionEventInvokeConfig(state.Id, null);

    private static void Put(CloudAccount account, JsonObject inputs)
    {
        var standard = new EventInvokeConfig();
        account
            .Service<LambdaService>()
            .PutFunctionEventInvokeConfig(
                inputs.Text("functionName")!,
                new EventInvokeConfig
                {
                    MaximumRetryAttempts = inputs.Integer("maximumRetryAttempts") ?? standard.MaximumRetryAttempts,
                    MaximumEventAge = inputs.Integer("maximumEventAgeInSeconds") is { } age
                        ? TimeSpan.FromSeconds(age)
                        : standard.MaximumEventAge,
                    OnFailure = inputs.Text("destinationConfig", "onFailure", "destination"),
                    OnSuccess = inputs.Text("destinationConfig", "onSuccess", "destination"),
                }
            );
    }
}
