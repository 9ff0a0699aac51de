using Amazon.Runtime;

namespace Amazon.SageMaker;

/// <summary>State of an execution.</summary>
public class PipelineExecutionStatus(string value) : ConstantClass(value)
{
    public static readonly PipelineExecutionStatus Executing = new(nameof(Executing));

    public static readonly PipelineExecutionStatus Failed = new(nameof(Failed));

    public static readonly PipelineExecutionStatus Stopped = new(nameof(Stopped));

    public static readonly PipelineExecutionStatus Stopping = new(nameof(Stopping));

    public static readonly PipelineExecutionStatus Succeeded = new(nameof(Succeeded));

    /// <summary>The constant of this value; a new one if the service has learnt a new value.</summary>
    public static PipelineExecutionStatus FindValue(string value) => FindValue<PipelineExecutionStatus>(value);

    public static implicit operator PipelineExecutionStatus(string value) => FindValue(value);
}
