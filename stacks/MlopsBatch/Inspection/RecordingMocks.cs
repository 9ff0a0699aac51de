using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.Aws;
using MlopsBatch.Inspection.Declared;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Inspection;

/// <summary>
/// Answers as Pulumi's engine does, with what the resources really are or with plausible ARNs, and hands what it saw to the
/// recorder.
/// </summary>
internal sealed class RecordingMocks(
    string accountId,
    string region,
    ResourceRecorder recorder,
    Func<RecordedResource, MadeResource>? engine = null
) : IMocks
{
    private ImmutableDictionary<string, Output<object?>> _outputs = ImmutableDictionary<string, Output<object?>>.Empty;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var known = PlausibleState.Of(args, accountId, region);
        var inputs = (JsonObject)WireJson.Of(args.Inputs)!;
        recorder.Register(args.Type!, args.Name!, inputs, known.Id, known.State.GetValueOrDefault("arn") as string);
        if (engine is not null && recorder.Find(args.Type!, args.Name!) is { } resource)
        {
            var made = engine(resource);
            recorder.Register(args.Type!, args.Name!, inputs, made.Id, made.Outputs["arn"]?.ToString());
            return Task.FromResult<(string?, object)>((made.Id, args.Inputs.SetItems(made.State())));
        }

        return Task.FromResult<(string?, object)>((known.Id, args.Inputs.SetItems(known.State)));
    }

    public Task<object> CallAsync(MockCallArgs args) =>
        Task.FromResult<object>(
            args.Token switch
            {
                ResourceTypes.CallerIdentity => new Dictionary<string, object>
                {
                    ["accountId"] = accountId,
                    ["arn"] = Partition.OfRegion(region).Arn("sts", "", accountId, "assumed-role/evaluation/offline").ToString(),
                    ["id"] = accountId,
                    ["userId"] = "offline",
                },
                _ => throw new InvalidOperationException(
                    $"The program calls {args.Token}, which offline evaluation doesn't know: answer it in {nameof(RecordingMocks)}."
                ),
            }
        );

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        if (args.Urn.Contains("::pulumi:pulumi:Stack::", StringComparison.Ordinal))
        {
            _outputs = args.Outputs;
        }

        return Task.CompletedTask;
    }

    /// <summary>The stack's outputs, once it has run.</summary>
    public async Task<JsonObject> OutputsAsync()
    {
        var json = new JsonObject();
        foreach (var (name, output) in _outputs.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            json[name] = WireJson.Of(await OutputUtilities.GetValueAsync(output));
        }

        return json;
    }
}
