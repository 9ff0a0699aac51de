using Amazon.Runtime;

namespace Amazon.SageMaker;

/// <summary>What a list of executions is sorted by.</summary>
public class SortPipelineExecutionsBy(string value) : ConstantClass(value)
{
    public static readonly SortPipelineExecutionsBy CreationTime = new(nameof(CreationTime));

    public static readonly SortPipelineExecutionsBy PipelineExecutionArn = new(nameof(PipelineExecutionArn));

    /// <summary>The constant of this value; a new one if the service has learnt a new value.</summary>
    public static SortPipelineExecutionsBy FindValue(string value) => FindValue<SortPipelineExecutionsBy>(value);

    public static implicit operator SortPipelineExecutionsBy(string value) => FindValue(value);
}
