using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Registry;

/// <summary>What an UpdateModelPackage request does to a version.</summary>
internal static class ModelPackageUpdate
{
    private const string Metadata = "CustomerMetadataProperties";
    private const string Removed = "CustomerMetadataPropertiesToRemove";
    private const int MaxMetadata = 50;

    private static readonly string[] NotFields = ["ModelPackageArn", "ClientToken"];

    /// <summary>The names that the event's UpdatedModelPackageFields has.</summary>
    public static IEnumerable<string> Fields(JsonObject request) =>
        request.Select(p => p.Key).Except(NotFields).Select(name => name == Removed ? Metadata : name).Distinct(StringComparer.Ordinal);

    /// <summary>A version's description after the update: metadata are merged by key, everything else is replaced.</summary>
    /// <exception cref="CloudException">ValidationException if it would have too many metadata.</exception>
    public static JsonObject Apply(JsonObject description, JsonObject request)
    {
        var changed = (JsonObject)description.DeepClone();
        foreach (var (name, value) in request.Where(p => !NotFields.Contains(p.Key) && p.Key is not (Metadata or Removed)))
        {
            changed[name] = value?.DeepClone();
        }
        var metadata = changed[Metadata] as JsonObject ?? [];
        foreach (var (name, value) in request[Metadata] as JsonObject ?? [])
        {
            metadata[name] = value?.DeepClone();
        }
        foreach (var name in request[Removed] as JsonArray ?? [])
        {
            metadata.Remove(name!.ToString());
        }
        if (metadata.Count > MaxMetadata)
        {
            throw new CloudException(
                "ValidationException",
                $"The version would have {metadata.Count} CustomerMetadataProperties, SageMaker allows {MaxMetadata}."
            );
        }
        if (metadata.Count > 0)
        {
            changed[Metadata] = metadata.DeepClone();
        }
        else
        {
            changed.Remove(Metadata);
        }
        return changed;
    }
}
