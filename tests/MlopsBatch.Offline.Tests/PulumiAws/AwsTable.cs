using System.Collections.Immutable;
using System.Text.Json;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Offline.Tests.PulumiAws;

/// <summary>A resource of eng/pulumi-aws.json: its C# class, and the wire names that it may and must use.</summary>
internal sealed record AwsResource(
    Type Class,
    string Token,
    ImmutableArray<string> Inputs,
    ImmutableArray<string> Required,
    ImmutableArray<string> Outputs,
    ImmutableArray<string> Secrets
);

/// <summary>The table that offline/Pulumi.Aws is written from.</summary>
internal static class AwsTable
{
    private static readonly JsonElement Table = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Repository.Root.FullName, "eng", "pulumi-aws.json")))
        .RootElement;

    public static string Version { get; } = Table.GetProperty("version").GetString()!;

    public static ImmutableArray<AwsResource> Resources { get; } =
    [.. Table.GetProperty("resources").EnumerateObject().Select(resource => Read(resource.Name, resource.Value))];

    private static AwsResource Read(string key, JsonElement row)
    {
        var inputs = row.GetProperty("inputs").EnumerateObject().ToImmutableArray();
        return new(
            typeof(global::Pulumi.Aws.Provider).Assembly.GetType(
                $"{row.GetProperty("namespace").GetString()}.{key.Split('.')[^1]}",
                throwOnError: true
            )!,
            row.GetProperty("token").GetString()!,
            [.. inputs.Select(input => input.Name)],
            [.. inputs.Where(input => input.Value[2].GetBoolean()).Select(input => input.Name)],
            [.. row.GetProperty("outputs").EnumerateObject().Select(output => output.Name)],
            [.. row.GetProperty("additionalSecretOutputs").EnumerateArray().Select(name => name.GetString()!)]
        );
    }
}
