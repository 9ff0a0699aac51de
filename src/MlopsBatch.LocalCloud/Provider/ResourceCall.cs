using Google.Protobuf.WellKnownTypes;
using MlopsBatch.LocalCloud.Deployment;

namespace MlopsBatch.LocalCloud.Provider;

/// <summary>One resource of a call, by the URN that the engine gives it.</summary>
internal static class ResourceCall
{
    /// <summary>The type token: the last of the types in <c>urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME</c>.</summary>
    public static string TypeOf(string urn) => urn.Split("::")[2].Split('$')[^1];

    /// <summary>The handler of the resource's kind.</summary>
    /// <exception cref="CloudException">UnknownResourceKind.</exception>
    public static IResourceHandler HandlerOf(string urn)
    {
        var type = TypeOf(urn);
        return ResourceKinds.Unknown(type) is { } unknown
            ? throw new CloudException("UnknownResourceKind", unknown)
            : ResourceKinds.Handlers.GetValueOrDefault(type) ?? new InertHandler(type, NameOf(urn));
    }

    /// <summary>What the engine keeps of a resource, as the handlers know it.</summary>
    /// <param name="urn">Which resource.</param>
    /// <param name="id">Its id.</param>
    /// <param name="properties">Inputs and outputs together.</param>
    /// <param name="inputs">The inputs; engines that don't send them have them among the properties.</param>
    public static ResourceState StateOf(string urn, string id, Struct properties, Struct? inputs)
    {
        var known = ProviderValues.Read(inputs ?? properties);
        var outputs = ProviderValues.Read(properties);
        foreach (var (name, _) in known)
        {
            outputs.Remove(name);
        }
        return new(
            new DeclaredResource
            {
                Type = TypeOf(urn),
                Name = NameOf(urn),
                Urn = urn,
                Inputs = known,
            },
            id,
            outputs
        );
    }

    /// <summary>The name in the program.</summary>
    public static string NameOf(string urn) => urn.Split("::", 4)[3];
}
