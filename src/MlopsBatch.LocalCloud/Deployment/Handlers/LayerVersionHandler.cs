using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Versions of layers, of files that the program holds; every change makes a new version.</summary>
internal sealed class LayerVersionHandler()
    : ResourceHandler(
        "aws:lambda/layerVersion:LayerVersion",
        ["layerName", "code"],
        ["sourceCodeHash", "skipDestroy"],
        ["compatibleRuntimes", "compatibleArchitectures", "licenseInfo"],
        ["layerName", "code", "sourceCodeHash"]
    )
{
    public override IEnumerable<string> Check(JsonObject inputs) =>
        inputs["code"] is { } code && code.At("archive") is not JsonObject
            ? base.Check(inputs).Append("code has to be an archive of files that the program holds; the local cloud reads no other layers")
            : base.Check(inputs);

    public override bool HasSameName(JsonObject old, JsonObject inputs) => false;

    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var files = inputs.Map("code", "archive").ToImmutableSortedDictionary(StringComparer.Ordinal);
        var arn = account.Service<LambdaService>().PublishLayerVersion(inputs.Text("layerName")!, files);
        var end = arn.LastIndexOf(':');
        return new(
            arn,
            new JsonObject
            {
                ["arn"] = arn,
                ["layerArn"] = arn[..end],
                ["version"] = arn[(end + 1)..],
            }
        );
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => old.Outputs;

    public override void Delete(CloudAccount account, ResourceState state)
    {
        if (!state.Inputs.Flag("skipDestroy"))
        {
            account.Service<LambdaService>().DeleteLayerVersion(state.Id);
        }
    }
}
