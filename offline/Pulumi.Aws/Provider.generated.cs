// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws;

/// <summary>pulumi:providers:aws</summary>
public partial class Provider : global::Pulumi.ProviderResource
{
    [Output("accessKey")] public Output<string?> AccessKey { get; private set; } = null!;
    [Output("customCaBundle")] public Output<string?> CustomCaBundle { get; private set; } = null!;
    [Output("ec2MetadataServiceEndpoint")] public Output<string?> Ec2MetadataServiceEndpoint { get; private set; } = null!;
    [Output("ec2MetadataServiceEndpointMode")] public Output<string?> Ec2MetadataServiceEndpointMode { get; private set; } = null!;
    [Output("httpProxy")] public Output<string?> HttpProxy { get; private set; } = null!;
    [Output("httpsProxy")] public Output<string?> HttpsProxy { get; private set; } = null!;
    [Output("noProxy")] public Output<string?> NoProxy { get; private set; } = null!;
    [Output("profile")] public Output<string?> Profile { get; private set; } = null!;
    [Output("region")] public Output<string?> Region { get; private set; } = null!;
    [Output("retryMode")] public Output<string?> RetryMode { get; private set; } = null!;
    [Output("s3UsEast1RegionalEndpoint")] public Output<string?> S3UsEast1RegionalEndpoint { get; private set; } = null!;
    [Output("secretKey")] public Output<string?> SecretKey { get; private set; } = null!;
    [Output("stsRegion")] public Output<string?> StsRegion { get; private set; } = null!;
    [Output("tagPolicyCompliance")] public Output<string?> TagPolicyCompliance { get; private set; } = null!;
    [Output("token")] public Output<string?> Token { get; private set; } = null!;

    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("aws", name, args ?? new ProviderArgs(), Utilities.Defaults(options, secrets: ["accessKey", "secretKey", "token"])) { }
}

public sealed class ProviderArgs : global::Pulumi.ResourceArgs
{
    public ProviderArgs()
    {
        Region = Utilities.Variable("AWS_REGION", "AWS_DEFAULT_REGION");
        SkipCredentialsValidation = false;
        SkipRegionValidation = true;
    }

    [Input("accessKey")] private Input<string>? _accessKey;
    public Input<string>? AccessKey { get => _accessKey; set => _accessKey = value is null ? null : (Input<string>)Output.CreateSecret(value.ToOutput()); }
    [Input("allowedAccountIds", json: true)] private InputList<string>? _allowedAccountIds;
    public InputList<string> AllowedAccountIds { get => _allowedAccountIds ??= new(); set => _allowedAccountIds = value; }
    [Input("assumeRoleWithWebIdentity", json: true)] public Input<Inputs.ProviderAssumeRoleWithWebIdentityArgs>? AssumeRoleWithWebIdentity { get; set; }
    [Input("assumeRoles", json: true)] private InputList<Inputs.ProviderAssumeRoleArgs>? _assumeRoles;
    public InputList<Inputs.ProviderAssumeRoleArgs> AssumeRoles { get => _assumeRoles ??= new(); set => _assumeRoles = value; }
    [Input("customCaBundle")] public Input<string>? CustomCaBundle { get; set; }
    [Input("defaultTags", json: true)] public Input<Inputs.ProviderDefaultTagsArgs>? DefaultTags { get; set; }
    [Input("ec2MetadataServiceEndpoint")] public Input<string>? Ec2MetadataServiceEndpoint { get; set; }
    [Input("ec2MetadataServiceEndpointMode")] public Input<string>? Ec2MetadataServiceEndpointMode { get; set; }
    [Input("forbiddenAccountIds", json: true)] private InputList<string>? _forbiddenAccountIds;
    public InputList<string> ForbiddenAccountIds { get => _forbiddenAccountIds ??= new(); set => _forbiddenAccountIds = value; }
    [Input("httpProxy")] public Input<string>? HttpProxy { get; set; }
    [Input("httpsProxy")] public Input<string>? HttpsProxy { get; set; }
    [Input("ignoreTags", json: true)] public Input<Inputs.ProviderIgnoreTagsArgs>? IgnoreTags { get; set; }
    [Input("insecure", json: true)] public Input<bool>? Insecure { get; set; }
    [Input("maxRetries", json: true)] public Input<int>? MaxRetries { get; set; }
    [Input("noProxy")] public Input<string>? NoProxy { get; set; }
    [Input("profile")] public Input<string>? Profile { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("retryMode")] public Input<string>? RetryMode { get; set; }
    [Input("s3UsEast1RegionalEndpoint")] public Input<string>? S3UsEast1RegionalEndpoint { get; set; }
    [Input("s3UsePathStyle", json: true)] public Input<bool>? S3UsePathStyle { get; set; }
    [Input("secretKey")] private Input<string>? _secretKey;
    public Input<string>? SecretKey { get => _secretKey; set => _secretKey = value is null ? null : (Input<string>)Output.CreateSecret(value.ToOutput()); }
    [Input("sharedConfigFiles", json: true)] private InputList<string>? _sharedConfigFiles;
    public InputList<string> SharedConfigFiles { get => _sharedConfigFiles ??= new(); set => _sharedConfigFiles = value; }
    [Input("sharedCredentialsFiles", json: true)] private InputList<string>? _sharedCredentialsFiles;
    public InputList<string> SharedCredentialsFiles { get => _sharedCredentialsFiles ??= new(); set => _sharedCredentialsFiles = value; }
    [Input("skipCredentialsValidation", json: true)] public Input<bool>? SkipCredentialsValidation { get; set; }
    [Input("skipMetadataApiCheck", json: true)] public Input<bool>? SkipMetadataApiCheck { get; set; }
    [Input("skipRegionValidation", json: true)] public Input<bool>? SkipRegionValidation { get; set; }
    [Input("skipRequestingAccountId", json: true)] public Input<bool>? SkipRequestingAccountId { get; set; }
    [Input("stsRegion")] public Input<string>? StsRegion { get; set; }
    [Input("tagPolicyCompliance")] public Input<string>? TagPolicyCompliance { get; set; }
    [Input("token")] private Input<string>? _token;
    public Input<string>? Token { get => _token; set => _token = value is null ? null : (Input<string>)Output.CreateSecret(value.ToOutput()); }
    [Input("tokenBucketRateLimiterCapacity", json: true)] public Input<int>? TokenBucketRateLimiterCapacity { get; set; }
    [Input("useDualstackEndpoint", json: true)] public Input<bool>? UseDualstackEndpoint { get; set; }
    [Input("useFipsEndpoint", json: true)] public Input<bool>? UseFipsEndpoint { get; set; }
    [Input("userAgents", json: true)] private InputList<string>? _userAgents;
    public InputList<string> UserAgents { get => _userAgents ??= new(); set => _userAgents = value; }
}
