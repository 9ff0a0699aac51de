using Pulumirpc;

namespace Pulumi.Engine;

/// <summary>Writes registrations as the protocol's messages.</summary>
internal static class RegistrationRequest
{
    public static RegisterResourceRequest Of(ResourceRegistration registration, EngineFeatures features, DeploymentSettings settings)
    {
        var wire = new WireStruct(features.ResourceReferences);
        var request = new RegisterResourceRequest
        {
            Type = registration.Type,
            Name = registration.Name,
            Parent = registration.Parent,
            Custom = registration.Custom,
            Object = wire.Write(registration.Inputs),
            Dependencies = { registration.Dependencies },
            Provider = registration.Provider,
            Version = registration.Version,
            PluginDownloadURL = registration.PluginDownloadUrl,
            IgnoreChanges = { registration.IgnoreChanges },
            ReplaceOnChanges = { registration.ReplaceOnChanges },
            AdditionalSecretOutputs = { registration.AdditionalSecretOutputs },
            ImportId = registration.ImportId,
            DeletedWith = registration.DeletedWith,
            DeleteBeforeReplace = registration.DeleteBeforeReplace ?? false,
            DeleteBeforeReplaceDefined = registration.DeleteBeforeReplace is not null,
            CustomTimeouts = Timeouts(registration.CustomTimeouts),
            ReplacementTrigger = registration.ReplacementTrigger is { } trigger ? wire.Write(trigger) : null,
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            Hooks = new(),
        };
        if (registration.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (registration.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        foreach (var (property, urns) in registration.PropertyDependencies)
        {
            request.PropertyDependencies.Add(property, new() { Urns = { urns } });
        }

        if (features.AliasSpecs)
        {
            request.Aliases.AddRange(registration.Aliases.Select(Spec));
        }
        else
        {
            request.AliasURNs.AddRange(FormerUrns.Of(registration, settings));
        }

        return request;
    }

    public static ReadResourceRequest ToRead(ResourceRegistration registration, EngineFeatures features) =>
        new()
        {
            Id = registration.Id,
            Type = registration.Type,
            Name = registration.Name,
            Parent = registration.Parent,
            Properties = new WireStruct(features.ResourceReferences).Write(registration.Inputs),
            Dependencies = { registration.Dependencies },
            Provider = registration.Provider,
            Version = registration.Version,
            PluginDownloadURL = registration.PluginDownloadUrl,
            AdditionalSecretOutputs = { registration.AdditionalSecretOutputs },
            AcceptSecrets = true,
            AcceptResources = true,
        };

    private static RegisterResourceRequest.Types.CustomTimeouts? Timeouts(CustomTimeouts? timeouts) =>
        timeouts is null
            ? null
            : new()
            {
                Create = Nanoseconds(timeouts.Create),
                Update = Nanoseconds(timeouts.Update),
                Delete = Nanoseconds(timeouts.Delete),
            };

    private static string Nanoseconds(TimeSpan? time) => time is { } set ? $"{set.Ticks * TimeSpan.NanosecondsPerTick}ns" : "";

    private static Pulumirpc.Alias Spec(AliasSpec alias)
    {
        if (alias.Urn.Length > 0)
        {
            return new() { Urn = alias.Urn };
        }

        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = alias.Name,
            Type = alias.Type,
            Stack = alias.Stack,
            Project = alias.Project,
        };
        if (alias.NoParent)
        {
            spec.NoParent = true;
        }
        else if (alias.ParentUrn.Length > 0)
        {
            spec.ParentUrn = alias.ParentUrn;
        }

        return new() { Spec = spec };
    }
}
