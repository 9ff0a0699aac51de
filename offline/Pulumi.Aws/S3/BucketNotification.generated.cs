// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3;

/// <summary>aws:s3/bucketNotification:BucketNotification</summary>
public partial class BucketNotification : global::Pulumi.CustomResource
{
    [Output("bucket")] public Output<string> Bucket { get; private set; } = null!;
    [Output("eventbridge")] public Output<bool?> Eventbridge { get; private set; } = null!;
    [Output("lambdaFunctions")] public Output<ImmutableArray<Outputs.BucketNotificationLambdaFunction>> LambdaFunctions { get; private set; } = null!;
    [Output("queues")] public Output<ImmutableArray<Outputs.BucketNotificationQueue>> Queues { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("topics")] public Output<ImmutableArray<Outputs.BucketNotificationTopic>> Topics { get; private set; } = null!;

    public BucketNotification(string name, BucketNotificationArgs args, CustomResourceOptions? options = null)
        : base("aws:s3/bucketNotification:BucketNotification", name, args ?? new BucketNotificationArgs(), Utilities.Defaults(options)) { }
}

public sealed class BucketNotificationArgs : global::Pulumi.ResourceArgs
{
    [Input("bucket", required: true)] public Input<string> Bucket { get; set; } = null!;
    [Input("eventbridge")] public Input<bool>? Eventbridge { get; set; }
    [Input("lambdaFunctions")] private InputList<Inputs.BucketNotificationLambdaFunctionArgs>? _lambdaFunctions;
    public InputList<Inputs.BucketNotificationLambdaFunctionArgs> LambdaFunctions { get => _lambdaFunctions ??= new(); set => _lambdaFunctions = value; }
    [Input("queues")] private InputList<Inputs.BucketNotificationQueueArgs>? _queues;
    public InputList<Inputs.BucketNotificationQueueArgs> Queues { get => _queues ??= new(); set => _queues = value; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("topics")] private InputList<Inputs.BucketNotificationTopicArgs>? _topics;
    public InputList<Inputs.BucketNotificationTopicArgs> Topics { get => _topics ??= new(); set => _topics = value; }
}
