using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Functions.</summary>
internal sealed class FunctionHandler()
    : ResourceHandler(
        "aws:lambda/function:Function",
        ["name", "role", "code"],
        ["handler", "runtime", "timeout", "memorySize", "environment", "layers", "deadLetterConfig", "kmsKeyArn", "loggingConfig"],
        ["architectures", "reservedConcurrentExecutions", "packageType", "publish", "tracingConfig", "vpcConfig", "sourceCodeHash"],
        ["name"]
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs) => new(inputs.Text("name")!, Put(account, inputs));

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => Put(account, inputs);

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<LambdaService>().DeleteFunction(state.Id);

    private static JsonObject Put(CloudAccount account, JsonObject inputs)
    {
        var lambda = account.Service<LambdaService>();
        var name = inputs.Text("name")!;
        var standard = new FunctionConfiguration
        {
            Name = name,
            Arn = lambda.ArnOf(name),
            Role = inputs.Text("role")!,
            CodeArchive = inputs.Text("code", "archive") ?? inputs.Text("code")!,
            LogGroup = inputs.Text("loggingConfig", "logGroup") ?? "/aws/lambda/" + name,
        };
        lambda.PutFunction(
            standard with
            {
                Handler = inputs.Text("handler") ?? "",
                Runtime = inputs.Text("runtime") ?? "",
                Timeout = inputs.Integer("timeout") is { } seconds ? TimeSpan.FromSeconds(seconds) : standard.Timeout,
                MemorySize = inputs.Integer("memorySize") ?? standard.MemorySize,
                Environment = inputs.Map("environment", "variables").ToImmutableSortedDictionary(StringComparer.Ordinal),
                Layers = [.. inputs.Texts("layers")],
                DeadLetterTarget = inputs.Text("deadLetterConfig", "targetArn"),
                KmsKey = inputs.Text("kmsKeyArn"),
            }
        );
        return new JsonObject
        {
            ["arn"] = standard.Arn,
            ["invokeArn"] =
                $"arn:{standard.Arn.Split(':')[1]}:apigateway:{account.Region}:lambda:path/2015-03-31/functions/{standard.Arn}/invocations",
            ["qualifiedArn"] = standard.Arn + ":$LATEST",
            ["version"] = "$LATEST",
        };
    }
}
