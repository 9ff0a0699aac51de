using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Tests.Configuration;

public class ArnShapeTests
{
    [Theory]
    [InlineData(ArnKind.Key, "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555")]
    [InlineData(ArnKind.Key, "arn:aws-iso-f:kms:us-isof-south-1:111122223333:key/mrk-1")]
    [InlineData(ArnKind.Role, "arn:aws-cn:iam::111122223333:role/path/to/role")]
    [InlineData(ArnKind.Policy, "arn:aws:iam::aws:policy/PowerUserAccess")]
    [InlineData(ArnKind.EventBus, "arn:aws:events:eu-west-1:111122223333:event-bus/mlops-batch")]
    [InlineData(ArnKind.ModelVersion, "arn:aws-us-gov:sagemaker:us-gov-west-1:111122223333:model-package/abalone/12")]
    public void ARNs_of_the_kind_fit(ArnKind kind, string arn) => ArnShape.Of(kind).Fits(arn).ShouldBeTrue();

    [Theory]
    [InlineData(ArnKind.Key, "arn:aws:kms:eu-west-1:111122223333:alias/name")]
    [InlineData(ArnKind.Key, "arn:aws:kms:cn-north-1:111122223333:key/1")]
    [InlineData(ArnKind.Key, "arn:aws:kms:*:111122223333:key/1")]
    [InlineData(ArnKind.Role, "arn:aws:iam::aws:role/name")]
    [InlineData(ArnKind.Role, "arn:aws:iam:eu-west-1:111122223333:role/name")]
    [InlineData(ArnKind.Role, "arn:aws-mars:iam::111122223333:role/name")]
    [InlineData(ArnKind.Role, "arn:aws:iam::*:role/name")]
    [InlineData(ArnKind.Role, "arn:aws:iam::111122223333:role/*")]
    [InlineData(ArnKind.EventBus, "arn:aws:events:eu-west-1::event-bus/name")]
    [InlineData(ArnKind.ModelVersion, "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone")]
    [InlineData(ArnKind.ModelVersion, "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/0")]
    public void Others_do_not(ArnKind kind, string arn) => ArnShape.Of(kind).Fits(arn).ShouldBeFalse();
}
