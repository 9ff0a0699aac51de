// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Iam;

/// <summary>aws:iam/openIdConnectProvider:OpenIdConnectProvider</summary>
public partial class OpenIdConnectProvider : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("clientIdLists")] public Output<ImmutableArray<string>> ClientIdLists { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;
    [Output("thumbprintLists")] public Output<ImmutableArray<string>> ThumbprintLists { get; private set; } = null!;
    [Output("url")] public Output<string> Url { get; private set; } = null!;

    public OpenIdConnectProvider(string name, OpenIdConnectProviderArgs args, CustomResourceOptions? options = null)
        : base("aws:iam/openIdConnectProvider:OpenIdConnectProvider", name, args ?? new OpenIdConnectProviderArgs(), Utilities.Defaults(options)) { }
}

public sealed class OpenIdConnectProviderArgs : global::Pulumi.ResourceArgs
{
    [Input("clientIdLists", required: true)] private InputList<string>? _clientIdLists;
    public InputList<string> ClientIdLists { get => _clientIdLists ??= new(); set => _clientIdLists = value; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
    [Input("thumbprintLists")] private InputList<string>? _thumbprintLists;
    public InputList<string> ThumbprintLists { get => _thumbprintLists ??= new(); set => _thumbprintLists = value; }
    [Input("url", required: true)] public Input<string> Url { get; set; } = null!;
}
