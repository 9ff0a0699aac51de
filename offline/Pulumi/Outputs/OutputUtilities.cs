using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks behind outputs; for tests and tools, a program uses <c>Apply</c>.</summary>
public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value) =>
        new(Task.FromResult(OutputData.Known(value) with { IsKnown = false }), track: false);

    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        return new(RunAsync());

        async Task<OutputData<T>> RunAsync() => OutputData.Known(await valueFactory().ConfigureAwait(false)) with { IsKnown = false };
    }

    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).Value;

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsKnown;

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        (await output.Data.ConfigureAwait(false)).Resources;

    /// <summary>The same value, as if it also came from the resource.</summary>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        return new(RunAsync());

        async Task<OutputData<T>> RunAsync()
        {
            var data = await output.Data.ConfigureAwait(false);
            return data with { Resources = data.Resources.Add(resource) };
        }
    }
}
