using MlopsBatch.Faults;
using MlopsBatch.Inspection;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Tests.Stack;

/// <summary>What <c>--approved</c> takes.</summary>
public class ApprovedOptionTests
{
    private const string Version = "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/7";

    [Fact]
    public async Task A_version_is_approved_in_its_group()
    {
        var models = FixedApprovedModels.Only(Version, TestStacks.Context("prod").Settings);
        (await FindAsync("arn:aws:sagemaker:eu-west-1:111122223333:model-package-group/abalone"))!.Version.ShouldBe(7);
        (await FindAsync("other")).ShouldBeNull();

        async Task<ApprovedModel?> FindAsync(string group) => (await models.FindAsync(new(group, null, ""))).Version;
    }

    [Theory]
    [InlineData(
        "garbage",
        "MB0007 --approved: got \"garbage\", needs none or a model package version's ARN, "
            + "arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION"
    )]
    [InlineData(
        "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/99999999999",
        "MB0007 --approved: got \"arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/99999999999\", needs "
            + "none or a model package version's ARN, arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION"
    )]
    [InlineData(
        "arn:aws:sagemaker:eu-west-1:111122223333:model-package/shells/7",
        "MB0006 --approved: got a version of group \"shells\", needs one of this stack's groups: abalone"
    )]
    public void Anything_else_is_refused(string arn, string expected) =>
        Should
            .Throw<FaultException>(() => FixedApprovedModels.Only(arn, TestStacks.Context("prod").Settings))
            .Faults.Single()
            .ToString()
            .ShouldBe(expected);
}
