using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>
/// What must wait for what. EventBridge sends what it isn't allowed to deliver to the dead-letter queue at once, without
/// another try.
/// </summary>
public class OrderTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task A_target_waits_for_what_lets_its_events_in(string name)
    {
        var stack = new DeclaredStack(await TestStacks.EvaluateAsync(name));
        stack.Rules.ShouldNotBeEmpty();
        foreach (var target in stack.Rules.SelectMany(rule => rule.Targets))
        {
            var awaited = target
                .Resource.DependsOn.Select(urn => stack.Stack.Resources.Single(resource => resource.Urn == urn))
                .ShouldHaveSingleItem();
            switch (target.Arn.Service)
            {
                case "lambda":
                    awaited.Type.ShouldBe(ResourceTypes.Permission);
                    awaited.Text("function").ShouldBe(target.Arn.Name);
                    break;
                case "logs":
                    awaited.Type.ShouldBe(ResourceTypes.LogResourcePolicy);
                    awaited.Text("policyDocument")!.ShouldContain(target.Arn.ToString());
                    break;
                default:
                    awaited.Type.ShouldBe(ResourceTypes.RolePolicy);
                    awaited.Text("role").ShouldBe(target.Role!.Name);
                    break;
            }
        }
    }
}
