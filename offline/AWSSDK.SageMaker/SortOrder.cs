using Amazon.Runtime;

namespace Amazon.SageMaker;

/// <summary>Direction of a list; the service's default is Ascending.</summary>
public class SortOrder(string value) : ConstantClass(value)
{
    public static readonly SortOrder Ascending = new(nameof(Ascending));

    public static readonly SortOrder Descending = new(nameof(Descending));

    /// <summary>The constant of this value; a new one if the service has learnt a new value.</summary>
    public static SortOrder FindValue(string value) => FindValue<SortOrder>(value);

    public static implicit operator SortOrder(string value) => FindValue(value);
}
