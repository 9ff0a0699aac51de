using System.Text.Json.Nodes;
using MlopsBatch.Aws.Iam;
using MlopsBatch.CiRights;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.CiRights;

/// <summary>Keys have no name: their tags tell the stack's from others, also while CI changes the tags.</summary>
public class KeyTagTests
{
    /// <summary>The AWS provider tells only the tags that change.</summary>
    [Fact]
    public async Task A_key_that_has_the_stacks_tags_gets_one_more_and_a_strange_one_gets_none()
    {
        var context = TestStacks.Context("dev");
        var approved = FixedApprovedModels.First(context.Settings, context.Region, TestStacks.Account);
        var stack = await StackEvaluator.EvaluateAsync(context, approved, TestStacks.Account);
        var policies = new CiPolicies(context, stack, TestStacks.Account).Deploy;
        var asked = RequestContext.Empty.With("aws:RequestTag/costCenter", "4711");
        var own = ((JsonObject)stack.OfType(ResourceTypes.Key).First().Inputs["tags"]!).Aggregate(
            asked,
            (all, tag) => all.With($"aws:ResourceTag/{tag.Key}", tag.Value!.ToString())
        );

        Decide(own).ShouldBeTrue();
        Decide(asked).ShouldBeFalse();

        bool Decide(RequestContext keys) =>
            PolicyEvaluator
                .Decide(
                    new(
                        RequestPrincipal.Role($"arn:aws:iam::{TestStacks.Account}:role/mlops-batch-ci", "job"),
                        "kms:TagResource",
                        $"arn:aws:kms:eu-west-1:{TestStacks.Account}:key/1"
                    )
                    {
                        ResourceAccount = TestStacks.Account,
                        Context = keys,
                        IdentityPolicies = [.. policies.Select(page => new NamedPolicy("deploy", PolicyDocument.Parse(page)))],
                        ResourcePolicy = new("key", PolicyDocument.Parse(LeftToTheAccount)),
                    }
                )
                .IsAllowed;
    }

    private const string LeftToTheAccount = """
        {"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}}
        """;
}
