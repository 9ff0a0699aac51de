// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.SecretsManager;

/// <summary>aws:secretsmanager/secretVersion:SecretVersion</summary>
public partial class SecretVersion : global::Pulumi.CustomResource
{
    [Output("hasSecretStringWo")] public Output<bool> HasSecretStringWo { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("secretArn")] public Output<string> SecretArn { get; private set; } = null!;
    [Output("secretBinary")] public Output<string?> SecretBinary { get; private set; } = null!;
    [Output("secretId")] public Output<string> SecretId { get; private set; } = null!;
    [Output("secretString")] public Output<string?> SecretString { get; private set; } = null!;
    [Output("secretStringWo")] public Output<string?> SecretStringWo { get; private set; } = null!;
    [Output("secretStringWoVersion")] public Output<int?> SecretStringWoVersion { get; private set; } = null!;
    [Output("versionId")] public Output<string> VersionId { get; private set; } = null!;
    [Output("versionStages")] public Output<ImmutableArray<string>> VersionStages { get; private set; } = null!;

    public SecretVersion(string name, SecretVersionArgs args, CustomResourceOptions? options = null)
        : base("aws:secretsmanager/secretVersion:SecretVersion", name, args ?? new SecretVersionArgs(), Utilities.Defaults(options, secrets: ["secretBinary", "secretString", "secretStringWo"])) { }
}

public sealed class SecretVersionArgs : global::Pulumi.ResourceArgs
{
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("secretBinary")] private Input<string>? _secretBinary;
    public Input<string>? SecretBinary { get => _secretBinary; set => _secretBinary = value is null ? null : (Input<string>)Output.CreateSecret(value.ToOutput()); }
    [Input("secretId", required: true)] public Input<string> SecretId { get; set; } = null!;
    [Input("secretString")] private Input<string>? _secretString;
    public Input<string>? SecretString { get => _secretString; set => _secretString = value is null ? null : (Input<string>)Output.CreateSecret(value.ToOutput()); }
    [Input("secretStringWo")] private Input<string>? _secretStringWo;
    public Input<string>? SecretStringWo { get => _secretStringWo; set => _secretStringWo = value is null ? null : (Input<string>)Output.CreateSecret(value.ToOutput()); }
    [Input("secretStringWoVersion")] public Input<int>? SecretStringWoVersion { get; set; }
    [Input("versionStages")] private InputList<string>? _versionStages;
    public InputList<string> VersionStages { get => _versionStages ??= new(); set => _versionStages = value; }
}
