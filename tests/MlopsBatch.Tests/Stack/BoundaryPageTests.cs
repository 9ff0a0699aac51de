using System.IO.Enumeration;
using System.Text.RegularExpressions;
using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>The permissions boundary that docs/deploying.md proposes lets every role of the stack do its work, and change no
/// rights.</summary>
public partial class BoundaryPageTests
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

    private static IReadOnlyList<string> Boundary()
    {
        var page = File.ReadAllText(Path.Combine(TestStacks.Root.FullName, "docs", "deploying.md"));
        return Block()
            .Matches(page)
            .Select(block => block.Groups[1].Value)
            .Where(json => json.Contains("cloudwatch:PutMetricData"))
            .Select(json => PolicyDocument.Parse(json).Statements.ShouldHaveSingleItem().Actions.Values)
            .ShouldHaveSingleItem();
    }

    [GeneratedRegex("```json\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
