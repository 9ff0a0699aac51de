using MlopsBatch.LocalCloud.Http.Protocols;

namespace MlopsBatch.LocalCloud.Http.Sqs;

/// <summary>SQS over AWS JSON 1.0.</summary>
internal sealed class SqsJsonApi : JsonApi
{
    public SqsJsonApi()
        : base("1.0")
    {
        foreach (var (name, operation) in SqsOperations.All)
        {
            Add(name, operation);
        }
    }

    /// <inheritdoc/>
    public override string Service => "sqs";

    /// <inheritdoc/>
    protected override string TargetPrefix => "AmazonSQS";
}
