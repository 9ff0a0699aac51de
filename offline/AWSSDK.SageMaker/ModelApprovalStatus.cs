using Amazon.Runtime;

namespace Amazon.SageMaker;

/// <summary>Whether a model version may be deployed.</summary>
public class ModelApprovalStatus(string value) : ConstantClass(value)
{
    public static readonly ModelApprovalStatus Approved = new(nameof(Approved));

    public static readonly ModelApprovalStatus PendingManualApproval = new(nameof(PendingManualApproval));

    public static readonly ModelApprovalStatus Rejected = new(nameof(Rejected));

    /// <summary>The constant of this value; a new one if the service has learnt a new value.</summary>
    public static ModelApprovalStatus FindValue(string value) => FindValue<ModelApprovalStatus>(value);

    public static implicit operator ModelApprovalStatus(string value) => FindValue(value);
}
