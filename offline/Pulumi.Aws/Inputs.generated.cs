// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Inputs;

public sealed class ProviderAssumeRoleArgs : global::Pulumi.ResourceArgs
{
    [Input("duration")] public Input<string>? Duration { get; set; }
    [Input("externalId")] public Input<string>? ExternalId { get; set; }
    [Input("policy")] public Input<string>? Policy { get; set; }
    [Input("policyArns")] private InputList<string>? _policyArns;
    public InputList<string> PolicyArns { get => _policyArns ??= new(); set => _policyArns = value; }
    [Input("roleArn")] public Input<string>? RoleArn { get; set; }
    [Input("sessionName")] public Input<string>? SessionName { get; set; }
    [Input("sourceIdentity")] public Input<string>? SourceIdentity { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
    [Input("transitiveTagKeys")] private InputList<string>? _transitiveTagKeys;
    public InputList<string> TransitiveTagKeys { get => _transitiveTagKeys ??= new(); set => _transitiveTagKeys = value; }
}

public sealed class ProviderAssumeRoleWithWebIdentityArgs : global::Pulumi.ResourceArgs
{
    [Input("duration")] public Input<string>? Duration { get; set; }
    [Input("policy")] public Input<string>? Policy { get; set; }
    [Input("policyArns")] private InputList<string>? _policyArns;
    public InputList<string> PolicyArns { get => _policyArns ??= new(); set => _policyArns = value; }
    [Input("roleArn")] public Input<string>? RoleArn { get; set; }
    [Input("sessionName")] public Input<string>? SessionName { get; set; }
    [Input("webIdentityToken")] public Input<string>? WebIdentityToken { get; set; }
    [Input("webIdentityTokenFile")] public Input<string>? WebIdentityTokenFile { get; set; }
}

public sealed class ProviderDefaultTagsArgs : global::Pulumi.ResourceArgs
{
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}

public sealed class ProviderIgnoreTagsArgs : global::Pulumi.ResourceArgs
{
    [Input("keyPrefixes")] private InputList<string>? _keyPrefixes;
    public InputList<string> KeyPrefixes { get => _keyPrefixes ??= new(); set => _keyPrefixes = value; }
    [Input("keys")] private InputList<string>? _keys;
    public InputList<string> Keys { get => _keys ??= new(); set => _keys = value; }
}
