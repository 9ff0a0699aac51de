// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Sns;

/// <summary>aws:sns/topic:Topic</summary>
public partial class Topic : global::Pulumi.CustomResource
{
    [Output("applicationFailureFeedbackRoleArn")] public Output<string?> ApplicationFailureFeedbackRoleArn { get; private set; } = null!;
    [Output("applicationSuccessFeedbackRoleArn")] public Output<string?> ApplicationSuccessFeedbackRoleArn { get; private set; } = null!;
    [Output("applicationSuccessFeedbackSampleRate")] public Output<int?> ApplicationSuccessFeedbackSampleRate { get; private set; } = null!;
    [Output("archivePolicy")] public Output<string?> ArchivePolicy { get; private set; } = null!;
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("beginningArchiveTime")] public Output<string> BeginningArchiveTime { get; private set; } = null!;
    [Output("contentBasedDeduplication")] public Output<bool?> ContentBasedDeduplication { get; private set; } = null!;
    [Output("deliveryPolicy")] public Output<string?> DeliveryPolicy { get; private set; } = null!;
    [Output("displayName")] public Output<string?> DisplayName { get; private set; } = null!;
    [Output("fifoThroughputScope")] public Output<string> FifoThroughputScope { get; private set; } = null!;
    [Output("fifoTopic")] public Output<bool?> FifoTopic { get; private set; } = null!;
    [Output("firehoseFailureFeedbackRoleArn")] public Output<string?> FirehoseFailureFeedbackRoleArn { get; private set; } = null!;
    [Output("firehoseSuccessFeedbackRoleArn")] public Output<string?> FirehoseSuccessFeedbackRoleArn { get; private set; } = null!;
    [Output("firehoseSuccessFeedbackSampleRate")] public Output<int?> FirehoseSuccessFeedbackSampleRate { get; private set; } = null!;
    [Output("httpFailureFeedbackRoleArn")] public Output<string?> HttpFailureFeedbackRoleArn { get; private set; } = null!;
    [Output("httpSuccessFeedbackRoleArn")] public Output<string?> HttpSuccessFeedbackRoleArn { get; private set; } = null!;
    [Output("httpSuccessFeedbackSampleRate")] public Output<int?> HttpSuccessFeedbackSampleRate { get; private set; } = null!;
    [Output("kmsMasterKeyId")] public Output<string?> KmsMasterKeyId { get; private set; } = null!;
    [Output("lambdaFailureFeedbackRoleArn")] public Output<string?> LambdaFailureFeedbackRoleArn { get; private set; } = null!;
    [Output("lambdaSuccessFeedbackRoleArn")] public Output<string?> LambdaSuccessFeedbackRoleArn { get; private set; } = null!;
    [Output("lambdaSuccessFeedbackSampleRate")] public Output<int?> LambdaSuccessFeedbackSampleRate { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namePrefix")] public Output<string> NamePrefix { get; private set; } = null!;
    [Output("owner")] public Output<string> Owner { get; private set; } = null!;
    [Output("policy")] public Output<string> Policy { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("signatureVersion")] public Output<int> SignatureVersion { get; private set; } = null!;
    [Output("sqsFailureFeedbackRoleArn")] public Output<string?> SqsFailureFeedbackRoleArn { get; private set; } = null!;
    [Output("sqsSuccessFeedbackRoleArn")] public Output<string?> SqsSuccessFeedbackRoleArn { get; private set; } = null!;
    [Output("sqsSuccessFeedbackSampleRate")] public Output<int?> SqsSuccessFeedbackSampleRate { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;
    [Output("tracingConfig")] public Output<string> TracingConfig { get; private set; } = null!;

    public Topic(string name, TopicArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:sns/topic:Topic", name, args ?? new TopicArgs(), Utilities.Defaults(options)) { }
}

public sealed class TopicArgs : global::Pulumi.ResourceArgs
{
    [Input("applicationFailureFeedbackRoleArn")] public Input<string>? ApplicationFailureFeedbackRoleArn { get; set; }
    [Input("applicationSuccessFeedbackRoleArn")] public Input<string>? ApplicationSuccessFeedbackRoleArn { get; set; }
    [Input("applicationSuccessFeedbackSampleRate")] public Input<int>? ApplicationSuccessFeedbackSampleRate { get; set; }
    [Input("archivePolicy")] public Input<string>? ArchivePolicy { get; set; }
    [Input("contentBasedDeduplication")] public Input<bool>? ContentBasedDeduplication { get; set; }
    [Input("deliveryPolicy")] public Input<string>? DeliveryPolicy { get; set; }
    [Input("displayName")] public Input<string>? DisplayName { get; set; }
    [Input("fifoThroughputScope")] public Input<string>? FifoThroughputScope { get; set; }
    [Input("fifoTopic")] public Input<bool>? FifoTopic { get; set; }
    [Input("firehoseFailureFeedbackRoleArn")] public Input<string>? FirehoseFailureFeedbackRoleArn { get; set; }
    [Input("firehoseSuccessFeedbackRoleArn")] public Input<string>? FirehoseSuccessFeedbackRoleArn { get; set; }
    [Input("firehoseSuccessFeedbackSampleRate")] public Input<int>? FirehoseSuccessFeedbackSampleRate { get; set; }
    [Input("httpFailureFeedbackRoleArn")] public Input<string>? HttpFailureFeedbackRoleArn { get; set; }
    [Input("httpSuccessFeedbackRoleArn")] public Input<string>? HttpSuccessFeedbackRoleArn { get; set; }
    [Input("httpSuccessFeedbackSampleRate")] public Input<int>? HttpSuccessFeedbackSampleRate { get; set; }
    [Input("kmsMasterKeyId")] public Input<string>? KmsMasterKeyId { get; set; }
    [Input("lambdaFailureFeedbackRoleArn")] public Input<string>? LambdaFailureFeedbackRoleArn { get; set; }
    [Input("lambdaSuccessFeedbackRoleArn")] public Input<string>? LambdaSuccessFeedbackRoleArn { get; set; }
    [Input("lambdaSuccessFeedbackSampleRate")] public Input<int>? LambdaSuccessFeedbackSampleRate { get; set; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namePrefix")] public Input<string>? NamePrefix { get; set; }
    [Input("policy")] public Input<string>? Policy { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("signatureVersion")] public Input<int>? SignatureVersion { get; set; }
    [Input("sqsFailureFeedbackRoleArn")] public Input<string>? SqsFailureFeedbackRoleArn { get; set; }
    [Input("sqsSuccessFeedbackRoleArn")] public Input<string>? SqsSuccessFeedbackRoleArn { get; set; }
    [Input("sqsSuccessFeedbackSampleRate")] public Input<int>? SqsSuccessFeedbackSampleRate { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
    [Input("tracingConfig")] public Input<string>? TracingConfig { get; set; }
}
