using Amazon.Runtime;

namespace Amazon.SageMaker;

/// <summary>What a list of model packages is sorted by.</summary>
public class ModelPackageSortBy(string value) : ConstantClass(value)
{
    public static readonly ModelPackageSortBy CreationTime = new(nameof(CreationTime));

    public static readonly ModelPackageSortBy Name = new(nameof(Name));

    /// <summary>The constant of this value; a new one if the service has learnt a new value.</summary>
    public static ModelPackageSortBy FindValue(string value) => FindValue<ModelPackageSortBy>(value);

    public static implicit operator ModelPackageSortBy(string value) => FindValue(value);
}
