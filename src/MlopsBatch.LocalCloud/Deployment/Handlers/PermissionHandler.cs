using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Who may call a function.</summary>
internal sealed class PermissionHandler()
    : ResourceHandler(
        "aws:lambda/permission:Permission",
        ["function", "action", "principal"],
        ["sourceArn", "sourceAccount", "statementId"]
    )
{
    public override Difference Diff(JsonObject old, JsonObject inputs)
    {
        var difference = base.Diff(old, inputs);
        return difference with { Replacing = difference.Changed };
    }

    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var id = inputs.Text("statementId") ?? "terraform-" + account.Cloud.Ids.Of(26, inputs.ToJsonString());
        account
            .Service<LambdaService>()
            .AddPermission(
                inputs.Text("function")!,
                id,
                inputs.Text("action")!,
                inputs.Text("principal")!,
                inputs.Text("sourceArn"),
                inputs.Text("sourceAccount")
            );
        return new(id, new JsonObject { ["statementId"] = id });
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => old.Outputs;

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.Service<LambdaService>().RemovePermission(state.Inputs.Text("function")!, state.Id);
}
