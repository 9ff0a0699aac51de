using MlopsBatch.Pipelines.Images;

namespace MlopsBatch.Pipelines.Tests.Images;

public class InstanceTypesTests
{
    [Theory]
    [InlineData("ml.m5d.large")]
    [InlineData("ml.r5d.24xlarge")]
    [InlineData("ml.c6gd.xlarge")]
    [InlineData("ml.g4dn.xlarge")]
    [InlineData("ml.p3dn.24xlarge")]
    [InlineData("ml.p4de.24xlarge")]
    [InlineData("ml.g5.xlarge")]
    [InlineData("ml.g6e.xlarge")]
    [InlineData("ml.p5en.48xlarge")]
    [InlineData("ml.p6-b200.48xlarge")]
    [InlineData("ml.trn1n.32xlarge")]
    public void Types_with_local_storage(string type) => InstanceTypes.HasLocalStorage(type).ShouldBeTrue();

    [Theory]
    [InlineData("ml.m5.large")]
    [InlineData("ml.m4.10xlarge")]
    [InlineData("ml.c5n.large")]
    [InlineData("ml.r7i.large")]
    [InlineData("ml.p3.2xlarge")]
    [InlineData("ml.p2.xlarge")]
    [InlineData("ml.t3.medium")]
    [InlineData("ml.inf2.xlarge")]
    public void Types_without(string type) => InstanceTypes.HasLocalStorage(type).ShouldBeFalse();
}
