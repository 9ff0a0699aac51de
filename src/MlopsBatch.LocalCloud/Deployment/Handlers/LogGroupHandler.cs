using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Logs;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Log groups; their lines are kept as long as the cloud lives.</summary>
internal sealed class LogGroupHandler()
    : ResourceHandler(
        "aws:cloudwatch/logGroup:LogGroup",
        ["name"],
        ignored: ["retentionInDays", "kmsKeyId", "logGroupClass", "skipDestroy"]
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var name = inputs.Text("name")!;
        return new(name, new JsonObject { ["arn"] = account.Service<LogsService>().CreateLogGroup(name) });
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => old.Outputs;

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<LogsService>().DeleteLogGroup(state.Id);
}
