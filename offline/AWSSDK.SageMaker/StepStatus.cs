using Amazon.Runtime;

namespace Amazon.SageMaker;

/// <summary>State of a step.</summary>
public class StepStatus(string value) : ConstantClass(value)
{
    public static readonly StepStatus Executing = new(nameof(Executing));

    public static readonly StepStatus Failed = new(nameof(Failed));

    public static readonly StepStatus Starting = new(nameof(Starting));

    public static readonly StepStatus Stopped = new(nameof(Stopped));

    public static readonly StepStatus Stopping = new(nameof(Stopping));

    public static readonly StepStatus Succeeded = new(nameof(Succeeded));

    /// <summary>The constant of this value; a new one if the service has learnt a new value.</summary>
    public static StepStatus FindValue(string value) => FindValue<StepStatus>(value);

    public static implicit operator StepStatus(string value) => FindValue(value);
}
