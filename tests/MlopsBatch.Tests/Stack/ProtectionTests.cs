using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>A destruction that leaves what is protected leaves it guarded.</summary>
public class ProtectionTests
{
    private static readonly string[] Guards =
    [
        ResourceTypes.BucketEncryption,
        ResourceTypes.BucketLifecycle,
        ResourceTypes.BucketOwnership,
        ResourceTypes.BucketPolicy,
        ResourceTypes.BucketPublicAccessBlock,
        ResourceTypes.BucketVersioning,
    ];

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task Guards_of_a_protected_bucket_are_protected(string name)
    {
        var stack = await TestStacks.EvaluateAsync(name);
        foreach (var bucket in stack.OfType(ResourceTypes.Bucket).Where(bucket => bucket.Protect))
        {
            foreach (var type in Guards)
            {
                stack
                    .OfType(type)
                    .Single(guard => guard.Text("bucket") == bucket.Text("bucket"))
                    .Protect.ShouldBeTrue($"{type} of {bucket.Name}");
            }
        }
    }

    [Fact]
    public async Task A_groups_policy_is_protected_with_the_group()
    {
        var stack = await TestStacks.EvaluateAsync("dev");
        stack.OfType(ResourceTypes.ModelPackageGroupPolicy).ShouldNotBeEmpty();
        stack.OfType(ResourceTypes.ModelPackageGroupPolicy).ShouldAllBe(policy => policy.Protect);
    }
}
