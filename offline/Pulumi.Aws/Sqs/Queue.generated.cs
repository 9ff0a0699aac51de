// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Sqs;

/// <summary>aws:sqs/queue:Queue</summary>
public partial class Queue : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("contentBasedDeduplication")] public Output<bool?> ContentBasedDeduplication { get; private set; } = null!;
    [Output("deduplicationScope")] public Output<string> DeduplicationScope { get; private set; } = null!;
    [Output("delaySeconds")] public Output<int?> DelaySeconds { get; private set; } = null!;
    [Output("fifoQueue")] public Output<bool?> FifoQueue { get; private set; } = null!;
    [Output("fifoThroughputLimit")] public Output<string> FifoThroughputLimit { get; private set; } = null!;
    [Output("kmsDataKeyReusePeriodSeconds")] public Output<int> KmsDataKeyReusePeriodSeconds { get; private set; } = null!;
    [Output("kmsMasterKeyId")] public Output<string?> KmsMasterKeyId { get; private set; } = null!;
    [Output("maxMessageSize")] public Output<int?> MaxMessageSize { get; private set; } = null!;
    [Output("messageRetentionSeconds")] public Output<int?> MessageRetentionSeconds { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namePrefix")] public Output<string> NamePrefix { get; private set; } = null!;
    [Output("policy")] public Output<string> Policy { get; private set; } = null!;
    [Output("receiveWaitTimeSeconds")] public Output<int?> ReceiveWaitTimeSeconds { get; private set; } = null!;
    [Output("redriveAllowPolicy")] public Output<string> RedriveAllowPolicy { get; private set; } = null!;
    [Output("redrivePolicy")] public Output<string> RedrivePolicy { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("sqsManagedSseEnabled")] public Output<bool> SqsManagedSseEnabled { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;
    [Output("url")] public Output<string> Url { get; private set; } = null!;
    [Output("visibilityTimeoutSeconds")] public Output<int?> VisibilityTimeoutSeconds { get; private set; } = null!;

    public Queue(string name, QueueArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:sqs/queue:Queue", name, args ?? new QueueArgs(), Utilities.Defaults(options)) { }
}

public sealed class QueueArgs : global::Pulumi.ResourceArgs
{
    [Input("contentBasedDeduplication")] public Input<bool>? ContentBasedDeduplication { get; set; }
    [Input("deduplicationScope")] public Input<string>? DeduplicationScope { get; set; }
    [Input("delaySeconds")] public Input<int>? DelaySeconds { get; set; }
    [Input("fifoQueue")] public Input<bool>? FifoQueue { get; set; }
    [Input("fifoThroughputLimit")] public Input<string>? FifoThroughputLimit { get; set; }
    [Input("kmsDataKeyReusePeriodSeconds")] public Input<int>? KmsDataKeyReusePeriodSeconds { get; set; }
    [Input("kmsMasterKeyId")] public Input<string>? KmsMasterKeyId { get; set; }
    [Input("maxMessageSize")] public Input<int>? MaxMessageSize { get; set; }
    [Input("messageRetentionSeconds")] public Input<int>? MessageRetentionSeconds { get; set; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namePrefix")] public Input<string>? NamePrefix { get; set; }
    [Input("policy")] public Input<string>? Policy { get; set; }
    [Input("receiveWaitTimeSeconds")] public Input<int>? ReceiveWaitTimeSeconds { get; set; }
    [Input("redriveAllowPolicy")] public Input<string>? RedriveAllowPolicy { get; set; }
    [Input("redrivePolicy")] public Input<string>? RedrivePolicy { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("sqsManagedSseEnabled")] public Input<bool>? SqsManagedSseEnabled { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
    [Input("visibilityTimeoutSeconds")] public Input<int>? VisibilityTimeoutSeconds { get; set; }
}
