// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch;

/// <summary>aws:cloudwatch/eventArchive:EventArchive</summary>
public partial class EventArchive : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("description")] public Output<string?> Description { get; private set; } = null!;
    [Output("eventPattern")] public Output<string?> EventPattern { get; private set; } = null!;
    [Output("eventSourceArn")] public Output<string> EventSourceArn { get; private set; } = null!;
    [Output("kmsKeyIdentifier")] public Output<string?> KmsKeyIdentifier { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("retentionDays")] public Output<int?> RetentionDays { get; private set; } = null!;

    public EventArchive(string name, EventArchiveArgs args, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/eventArchive:EventArchive", name, args ?? new EventArchiveArgs(), Utilities.Defaults(options)) { }
}

public sealed class EventArchiveArgs : global::Pulumi.ResourceArgs
{
    [Input("description")] public Input<string>? Description { get; set; }
    [Input("eventPattern")] public Input<string>? EventPattern { get; set; }
    [Input("eventSourceArn", required: true)] public Input<string> EventSourceArn { get; set; } = null!;
    [Input("kmsKeyIdentifier")] public Input<string>? KmsKeyIdentifier { get; set; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("retentionDays")] public Input<int>? RetentionDays { get; set; }
}
