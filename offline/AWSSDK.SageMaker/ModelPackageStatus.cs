using Amazon.Runtime;

namespace Amazon.SageMaker;

/// <summary>How far the registration of a model version is.</summary>
public class ModelPackageStatus(string value) : ConstantClass(value)
{
    public static readonly ModelPackageStatus Completed = new(nameof(Completed));

    public static readonly ModelPackageStatus Deleting = new(nameof(Deleting));

    public static readonly ModelPackageStatus Failed = new(nameof(Failed));

    public static readonly ModelPackageStatus InProgress = new(nameof(InProgress));

    public static readonly ModelPackageStatus Pending = new(nameof(Pending));

    /// <summary>The constant of this value; a new one if the service has learnt a new value.</summary>
    public static ModelPackageStatus FindValue(string value) => FindValue<ModelPackageStatus>(value);

    public static implicit operator ModelPackageStatus(string value) => FindValue(value);
}
