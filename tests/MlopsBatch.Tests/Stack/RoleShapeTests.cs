using System.Text.Json.Nodes;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>A company's own rules about roles: a boundary that none may leave, a path that all have.</summary>
public class RoleShapeTests
{
    [Theory]
    [InlineData("dev", "111122223333")]
    [InlineData("staging", "222233334444")]
    [InlineData("docs/examples/Pulumi.single.yaml", "111122223333")]
    public async Task Every_role_has_the_boundary_and_the_path(string name, string account)
    {
        var boundary = $"arn:aws:iam::{account}:policy/mlops-batch-boundary";
        var stack = await TestStacks.EvaluateAsync(
            name,
            settings => settings["iam"] = new JsonObject { ["permissionsBoundary"] = boundary, ["path"] = "/mlops/" }
        );
        stack.OfType(ResourceTypes.Role).ShouldNotBeEmpty();
        stack
            .OfType(ResourceTypes.Role)
            .ShouldAllBe(role => role.Text("permissionsBoundary") == boundary && role.Text("path") == "/mlops/");
        stack.OfType(ResourceTypes.Policy).ShouldAllBe(policy => policy.Text("path") == "/mlops/");
        // Jobs pass their own role on, which they name before it is there.
        var jobs = stack.OfType(ResourceTypes.Pipeline).Select(pipeline => pipeline.Text("roleArn")).Distinct().ShouldHaveSingleItem();
        new DeclaredStack(stack)
            .Statements.Where(statement => statement.Actions.Contains("iam:PassRole"))
            .SelectMany(statement => statement.Resources)
            .ShouldBe([jobs]);
    }

    [Fact]
    public async Task Other_accounts_are_let_in_with_roles_of_that_path_only()
    {
        var stack = new DeclaredStack(
            await TestStacks.EvaluateAsync("dev", settings => settings["iam"] = new JsonObject { ["path"] = "/mlops/" })
        );
        var named = stack
            .Statements.SelectMany(statement => statement.Conditions)
            .Where(condition => condition.Key == "aws:PrincipalArn")
            .ToList();
        named.ShouldNotBeEmpty();
        named.SelectMany(condition => condition.Values).ShouldAllBe(arn => arn.EndsWith(":role/mlops/mlops-batch-*"));
    }

    [Fact]
    public async Task Without_a_wish_roles_have_neither()
    {
        var stack = await TestStacks.EvaluateAsync("dev");
        stack.OfType(ResourceTypes.Role).ShouldAllBe(role => role.Text("permissionsBoundary") == null && role.Text("path") == "/");
    }
}
