using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.SageMaker.Models;

namespace MlopsBatch.LocalCloud.Http.SageMaker;

/// <summary>What is asked of models: pipelines make them, and they stay until somebody deletes them.</summary>
internal static class ModelOperations
{
    public static JsonObject List(ServiceCall call, JsonObject input)
    {
        call.Authorize("sagemaker:ListModels", "*", call.Account.Id);
        var part = input.Text("NameContains") ?? "";
        var found = call
            .Account.SageMaker.Models.All.Where(model => model.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
            .Where(model => input.IsWithin("CreationTimeAfter", "CreationTimeBefore", model.CreationTime));
        var sorted = input.Text("SortBy") == "Name" ? found.OrderBy(model => model.Name, StringComparer.Ordinal) : found;
        return Page.Of(input, "Models", sorted.Sorted(input, "Descending").Select(model => (model.Name, Summary(model))));
    }

    public static JsonObject Describe(ServiceCall call, JsonObject input)
    {
        var model = Named(call, input.Text("ModelName")!, "sagemaker:DescribeModel");
        var described = (JsonObject)model.Described.DeepClone();
        described.Remove("Tags");
        described["CreationTime"] = Wire.Time(model.CreationTime);
        return described;
    }

    public static JsonObject Delete(ServiceCall call, JsonObject input)
    {
        var model = Named(call, input.Text("ModelName")!, "sagemaker:DeleteModel");
        call.Account.SageMaker.Models.Delete(model.Name);
        return [];
    }

    /// <exception cref="CloudException">ValidationException for anything that isn't a model: nothing else here keeps its tags.</exception>
    public static JsonObject ListTags(ServiceCall call, JsonObject input)
    {
        var arn = input.Text("ResourceArn")!;
        var model =
            arn.Split(":model/") is [_, var name]
                ? Named(call, name, "sagemaker:ListTags")
                : throw new CloudException(
                    "ValidationException",
                    $"ListTags: got {arn}, needs a model's ARN; the local cloud keeps the tags of nothing else."
                );
        var tags = model.Tags.Select(tag => (JsonNode)new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value });
        return new JsonObject { ["Tags"] = new JsonArray([.. tags]) };
    }

    private static LocalModel Named(ServiceCall call, string name, string action)
    {
        var model = call.Account.SageMaker.Models.Find(name);
        var arn = call.Account.Arn("sagemaker", "model/" + name);
        call.Account.Cloud.Authorizer.Authorize(
            new AccessRequest(call.Account.Caller, action, arn, call.Account.Id)
            {
                Context = (model?.Tags ?? ImmutableDictionary<string, string>.Empty).ToImmutableDictionary(
                    tag => "aws:ResourceTag/" + tag.Key,
                    tag => tag.Value
                ),
            }
        );
        return model ?? throw new CloudException("ValidationException", $"Could not find model \"{arn}\".");
    }

    private static JsonObject Summary(LocalModel model) =>
        new()
        {
            ["ModelName"] = model.Name,
            ["ModelArn"] = model.Arn,
            ["CreationTime"] = Wire.Time(model.CreationTime),
        };
}
