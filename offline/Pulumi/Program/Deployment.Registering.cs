using System.Collections.Immutable;
using Pulumi.Engine;
using Pulumi.Serialization;

namespace Pulumi;

/// <content>Tells the engine about resources.</content>
public sealed partial class Deployment
{
    /// <summary>Fills the resource's output properties and starts its registration.</summary>
    internal void Register(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        lock (_resources)
        {
            _resources.Add(resource);
        }

        Pending.Add(RegisterAsync(resource, args, options, OutputProperty.Fill(resource)));
    }

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        Pending.Add(RegisterOutputsAsync(resource, outputs));

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await UrnAsync(resource).ConfigureAwait(false);
        var wire = await new Serializer().SerializeAsync($"{resource.GetResourceName()} outputs", outputs).ConfigureAwait(false);
        await _engine
            .RegisterResourceOutputsAsync(urn, wire as ImmutableDictionary<string, object?> ?? ImmutableDictionary<string, object?>.Empty)
            .ConfigureAwait(false);
    }

    private async Task RegisterAsync(Resource resource, ResourceArgs args, ResourceOptions options, Dictionary<string, OutputSlot> slots)
    {
        try
        {
            var registration = await PrepareAsync(resource, args, options).ConfigureAwait(false);
            var answer =
                registration.Id.Length > 0
                    ? await _engine.ReadResourceAsync(registration).ConfigureAwait(false)
                    : await _engine.RegisterResourceAsync(registration).ConfigureAwait(false);
            foreach (var (name, slot) in slots)
            {
                slot.Resolve($"{registration.Type} '{registration.Name}', output {name}", resource.AsDependency, OutputOf(answer, name));
            }
        }
        catch (Exception fault)
        {
            foreach (var slot in slots.Values)
            {
                slot.Fail(fault);
            }

            throw;
        }
    }

    private object? OutputOf(RegisteredResource answer, string name) =>
        name switch
        {
            "urn" => answer.Urn,
            "id" => answer.Id.Length == 0 ? UnknownValue.Instance : answer.Id,
            _ when answer.Outputs.TryGetValue(name, out var value) => value,
            _ => Settings.IsDryRun || answer.KeepUnknown ? UnknownValue.Instance : null,
        };

    private async Task<ResourceRegistration> PrepareAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var custom = options as CustomResourceOptions;
        var dependsOn = await options.DependsOn.ToOutput().Data.ConfigureAwait(false);
        var dependencies = new HashSet<string>();
        foreach (var dependency in dependsOn.IsKnown ? dependsOn.Value : [])
        {
            dependencies.UnionWith(await DependencyUrnsAsync(resource, dependency).ConfigureAwait(false));
        }

        var (inputs, propertyDependencies) = await PrepareInputsAsync(resource, args).ConfigureAwait(false);
        dependencies.UnionWith(propertyDependencies.Values.SelectMany(urns => urns));
        return new ResourceRegistration
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Custom = custom is not null,
            Parent = resource.Parent is { } parent ? await UrnAsync(parent).ConfigureAwait(false) : "",
            Inputs = inputs,
            PropertyDependencies = propertyDependencies,
            Dependencies = [.. dependencies],
            Provider = options.Provider is { } provider ? await provider.ReferenceAsync().ConfigureAwait(false) : "",
            Aliases = await AliasesAsync(resource).ConfigureAwait(false),
            ParentAliases = await FormerUrnsAsync(resource.Parent).ConfigureAwait(false),
            Id = await TextAsync(options.Id).ConfigureAwait(false),
            ImportId = custom?.ImportId ?? "",
            Protect = options.Protect,
            RetainOnDelete = options.RetainOnDelete,
            DeleteBeforeReplace = custom?.DeleteBeforeReplace,
            DeletedWith = options.DeletedWith is { } deletedWith ? await UrnAsync(deletedWith).ConfigureAwait(false) : "",
            ReplacementTrigger = await new Serializer()
                .SerializeAsync("replacementTrigger", options.ReplacementTrigger)
                .ConfigureAwait(false),
            Version = options.Version ?? "",
            PluginDownloadUrl = options.PluginDownloadURL ?? "",
            IgnoreChanges = [.. options.IgnoreChanges],
            ReplaceOnChanges = [.. options.ReplaceOnChanges],
            AdditionalSecretOutputs = [.. custom?.AdditionalSecretOutputs ?? []],
            CustomTimeouts = options.CustomTimeouts,
        };
    }

    private static async Task<(
        ImmutableDictionary<string, object?> Inputs,
        ImmutableDictionary<string, ImmutableArray<string>> Dependencies
    )> PrepareInputsAsync(Resource resource, ResourceArgs args)
    {
        var inputs = ImmutableDictionary.CreateBuilder<string, object?>();
        var dependencies = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        var serializer = new Serializer();
        var context = $"{resource.GetResourceType()} '{resource.GetResourceName()}'";
        foreach (var member in InputMember.Of(args.GetType()))
        {
            var value = await serializer.SerializeMemberAsync(context, args, member).ConfigureAwait(false);
            var cameFrom = serializer.TakeDependencies();
            if (value is null || member.Name is "id" or "urn")
            {
                continue;
            }

            var urns = new HashSet<string>();
            foreach (var dependency in cameFrom)
            {
                urns.UnionWith(await DependencyUrnsAsync(resource, dependency).ConfigureAwait(false));
            }

            inputs[member.Name] = value;
            dependencies[member.Name] = [.. urns];
        }

        return (inputs.ToImmutable(), dependencies.ToImmutable());
    }

    private static async Task<IEnumerable<string>> DependencyUrnsAsync(Resource resource, Resource dependency)
    {
        resource.Dependencies.Add(dependency);
        // A component that is waited for counts as its children; it must be registered itself, though, to have them.
        await UrnAsync(dependency).ConfigureAwait(false);
        var urns = new List<string>();
        foreach (var member in dependency.DependencyClosure())
        {
            if (member != resource)
            {
                urns.Add(await UrnAsync(member).ConfigureAwait(false));
            }
        }

        return urns;
    }

    private static async Task<string> UrnAsync(Resource resource) => (await resource.Urn.Data.ConfigureAwait(false)).Value;

    private static async Task<string> TextAsync(Input<string>? input)
    {
        var data = await input.ToOutput().Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value ?? "" : "";
    }

    private async Task<ImmutableArray<string>> FormerUrnsAsync(Resource? resource)
    {
        if (resource is null || resource.Aliases.IsEmpty)
        {
            return [];
        }

        var parent = resource.Parent is { } known ? await UrnAsync(known).ConfigureAwait(false) : "";
        var aliases = await AliasesAsync(resource).ConfigureAwait(false);
        return [.. aliases.Select(alias => FormerUrns.Of(alias, resource.GetResourceType(), resource.GetResourceName(), parent, Settings))];
    }

    private static async Task<ImmutableArray<AliasSpec>> AliasesAsync(Resource resource)
    {
        var specs = ImmutableArray.CreateBuilder<AliasSpec>();
        foreach (var input in resource.Aliases)
        {
            var data = await input.ToOutput().Data.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                continue;
            }

            var alias = data.Value;
            specs.Add(
                new(
                    alias.Urn ?? "",
                    await TextAsync(alias.Name).ConfigureAwait(false),
                    await TextAsync(alias.Type).ConfigureAwait(false),
                    await TextAsync(alias.Stack).ConfigureAwait(false),
                    await TextAsync(alias.Project).ConfigureAwait(false),
                    alias.Parent is { } parent
                        ? await UrnAsync(parent).ConfigureAwait(false)
                        : await TextAsync(alias.ParentUrn).ConfigureAwait(false),
                    alias.NoParent
                )
            );
        }

        return specs.ToImmutable();
    }
}
