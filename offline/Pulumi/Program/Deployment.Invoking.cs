using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <content>Calls providers' functions.</content>
public sealed partial class Deployment
{
    internal async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options) =>
        (await CallAsync<T>(token, args, options).ConfigureAwait(false)).Value;

    internal Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options) => new(CallAsync<T>(token, args, options));

    private async Task<OutputData<T>> CallAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var serializer = new Serializer();
        var wire = await serializer.SerializeArgsAsync(token, args).ConfigureAwait(false);
        var (plain, isKnown, _) = WireValue.Unwrap(wire);
        var resources = serializer.TakeDependencies().ToImmutableHashSet();
        if (options is InvokeOutputOptions { DependsOn: var dependsOn })
        {
            var data = await dependsOn.ToOutput().Data.ConfigureAwait(false);
            resources = resources.Union(data.IsKnown ? data.Value : []);
            isKnown = isKnown && await AllCreatedAsync(data.IsKnown ? data.Value : []).ConfigureAwait(false);
        }

        if (!isKnown)
        {
            return new(resources, default!, false, false);
        }

        var provider = options?.Provider ?? options?.Parent?.ProviderOf(token);
        var result = await _engine
            .InvokeAsync(
                new(
                    token,
                    (ImmutableDictionary<string, object?>)plain!,
                    provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false),
                    options?.Version ?? "",
                    options?.PluginDownloadURL ?? ""
                )
            )
            .ConfigureAwait(false);
        var (value, resultKnown, resultSecret) = WireValue.Unwrap(result);
        return new(
            resources,
            resultKnown ? Converter.ConvertOrWarn<T>($"result of {token}", value) : default!,
            resultKnown,
            resultSecret
        );
    }

    /// <summary>Whether all have an id; one without is still to be created, and the function may look at it.</summary>
    private static async Task<bool> AllCreatedAsync(ImmutableArray<Resource> resources)
    {
        foreach (var custom in resources.SelectMany(resource => resource.DependencyClosure()).OfType<CustomResource>())
        {
            if (!(await custom.Id.Data.ConfigureAwait(false)).IsKnown)
            {
                return false;
            }
        }

        return true;
    }
}
