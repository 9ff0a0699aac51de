using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Registry;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Groups of model versions.</summary>
internal sealed class ModelPackageGroupHandler()
    : ResourceHandler(
        "aws:sagemaker/modelPackageGroup:ModelPackageGroup",
        ["modelPackageGroupName"],
        ignored: ["modelPackageGroupDescription"],
        replacing: ["modelPackageGroupName", "modelPackageGroupDescription"]
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var group = account.Service<ModelRegistry>().CreateModelPackageGroup(inputs.Text("modelPackageGroupName")!);
        return new(group.Name, new JsonObject { ["arn"] = group.Arn });
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => old.Outputs;

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.Service<ModelRegistry>().DeleteModelPackageGroup(state.Id);
}
