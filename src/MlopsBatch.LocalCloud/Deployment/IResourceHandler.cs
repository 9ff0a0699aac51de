using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>What a Pulumi provider does for one kind of resource, with a provider's verbs.</summary>
public interface IResourceHandler
{
    /// <summary>Type token, such as <c>aws:sqs/queue:Queue</c>.</summary>
    string Type { get; }

    /// <summary>Every fault of the inputs, one sentence each.</summary>
    IEnumerable<string> Check(JsonObject inputs);

    /// <summary>What is different, and whether that can be changed in place.</summary>
    Difference Diff(JsonObject old, JsonObject inputs);

    /// <summary>Whether the new resource would take the old one's name, so that the old one has to go first.</summary>
    bool HasSameName(JsonObject old, JsonObject inputs);

    /// <exception cref="CloudException">The service refuses it.</exception>
    Created Create(CloudAccount account, JsonObject inputs);

    /// <summary>The current outputs; null if the resource isn't there any more.</summary>
    JsonObject? Read(CloudAccount account, ResourceState state);

    /// <returns>The outputs after the change.</returns>
    /// <exception cref="CloudException">The service refuses it.</exception>
    JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs);

    /// <exception cref="CloudException">The service refuses it.</exception>
    void Delete(CloudAccount account, ResourceState state);
}
