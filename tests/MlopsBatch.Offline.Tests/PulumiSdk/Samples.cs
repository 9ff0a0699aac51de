using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>Arguments of a made-up resource, one of each kind.</summary>
internal sealed class ThingArgs : ResourceArgs
{
    [Input("labels")]
    private InputList<string>? _labels;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("text", required: true)]
    public Input<string>? Text { get; set; }

    [Input("settings", json: true)]
    public InputMap<bool>? Settings { get; set; }

    [Input("nested")]
    public Input<NestedArgs>? Nested { get; set; }

    [Input("document")]
    public InputUnion<string, NestedArgs>? Document { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    [Input("id")]
    public Input<string>? Id { get; set; }

    [Input("source")]
    public Input<AssetOrArchive>? Source { get; set; }

    public InputList<string> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }
}

internal sealed class NestedArgs : ResourceArgs
{
    [Input("on")]
    public Input<bool>? On { get; set; }
}

[OutputType]
internal sealed class NestedResult
{
    public readonly bool On;

    [OutputConstructor]
    public NestedResult(bool on) => On = on;
}

internal sealed class Thing(string name, ThingArgs args, CustomResourceOptions? options = null)
    : CustomResource("test:index/thing:Thing", name, args, options)
{
    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("size")]
    public Output<int?> Size { get; private set; } = null!;

    [Output("nested")]
    public Output<NestedResult?> Nested { get; private set; } = null!;

    [Output("labels")]
    public Output<ImmutableArray<string>> Labels { get; private set; } = null!;

    [Output("text")]
    public Output<string> Text { get; private set; } = null!;
}

/// <summary>Answers with the inputs and an ARN; keeps what it was asked.</summary>
internal sealed class RecordingMocks : IMocks
{
    public ConcurrentQueue<MockResourceArgs> Resources { get; } = new();

    public ConcurrentQueue<MockCallArgs> Calls { get; } = new();

    public ConcurrentQueue<MockRegisterResourceOutputsRequest> Outputs { get; } = new();

    /// <summary>Leaves the ARN out, as a preview does.</summary>
    public bool WithoutArn { get; init; }

    /// <summary>Leaves the id out, as a preview does.</summary>
    public bool WithoutId { get; init; }

    /// <summary>Answers with nothing but the id.</summary>
    public bool WithoutOutputs { get; init; }

    public MockResourceArgs this[string name] => Resources.Single(resource => resource.Name == name);

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Resources.Enqueue(args);
        await Task.Yield();
        var outputs =
            WithoutOutputs ? args.Inputs.Clear()
            : WithoutArn ? args.Inputs
            : args.Inputs.Add("arn", $"arn:{args.Name}");
        return (WithoutId ? null : $"{args.Name}-id", outputs);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Enqueue(args);
        return Task.FromResult<object>(args.Args.Add("answer", 42));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Enqueue(args);
        return Task.CompletedTask;
    }
}
