using System.IO.Enumeration;
using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>The permissions boundary that eng/bootstrap.sh makes lets every role of the stack do its work, and change no
/// rights.</summary>
public class BoundaryTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task It_lets_every_role_do_its_work(string name)
    {
        var boundary = Boundary();
        var stack = new DeclaredStack(
            await TestStacks.EvaluateAsync(
                name,
                settings =>
                {
                    if (settings["gitLab"] is { } gitLab)
                    {
                        gitLab["network"] = settings["network"]!.DeepClone();
                    }
                }
            )
        );
        stack
            .StatementsOf(ResourceTypes.RolePolicy)
            .Where(statement => statement.IsAllow)
            .SelectMany(statement => statement.Actions)
            .Distinct()
            .Where(action => !boundary.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, action)))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("iam:AttachRolePolicy")]
    [InlineData("iam:CreateUser")]
    [InlineData("iam:PutRolePolicy")]
    [InlineData("iam:UpdateAssumeRolePolicy")]
    [InlineData("sts:AssumeRole")]
    [InlineData("organizations:LeaveOrganization")]
    public void It_changes_no_rights(string action) =>
        Boundary().Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, action)).ShouldBeFalse();

    private static IReadOnlyList<string> Boundary() =>
        PolicyDocument
            .Parse(File.ReadAllText(Path.Combine(TestStacks.Root.FullName, "eng", "bootstrap", "boundary.json")))
            .Statements.ShouldHaveSingleItem()
            .Actions.Values;
}
