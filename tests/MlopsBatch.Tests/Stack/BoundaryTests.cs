using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>The permissions boundary that eng/bootstrap.sh makes lets every role of the stack do its work, and change no
/// rights.</summary>
public class BoundaryTests
{
    private const string Own = "arn:aws:iam::111122223333:role/mlops-batch-dev-abalone-jobs";

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task It_lets_every_role_do_its_work(string name)
    {
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
        var asked = stack
            .StatementsOf(ResourceTypes.RolePolicy)
            .Where(statement => statement.IsAllow)
            .SelectMany(statement => statement.Actions)
            .Distinct()
            .ToList();
        asked.ShouldNotBeEmpty();
        asked.Where(action => !Within(action, Resource(action)).IsAllowed).ShouldBeEmpty();

        static string Resource(string action) => action == "iam:PassRole" ? Own : "*";
    }

    [Theory]
    [InlineData("iam:AttachRolePolicy", Own)]
    [InlineData("iam:CreateUser", "*")]
    [InlineData("iam:PutRolePolicy", Own)]
    [InlineData("iam:UpdateAssumeRolePolicy", Own)]
    [InlineData("sts:AssumeRole", Own)]
    [InlineData("organizations:LeaveOrganization", "*")]
    [InlineData("iam:PassRole", "arn:aws:iam::111122223333:role/notebook-admin")]
    [InlineData("sagemaker:UpdateModelPackage", "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/7")]
    [InlineData("sagemaker:CreateModelPackage", "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/7")]
    [InlineData("kms:PutKeyPolicy", "arn:aws:kms:eu-west-1:111122223333:key/1")]
    public void It_changes_no_rights_and_decides_on_no_version(string action, string resource) =>
        Within(action, resource, RequestContext.Empty.With("sagemaker:ModelApprovalStatus", "Approved")).IsAllowed.ShouldBeFalse();

    /// <summary>What a role may do that is given everything, and has the boundary.</summary>
    private static AuthorizationDecision Within(string action, string resource, RequestContext? context = null) =>
        PolicyEvaluator.Decide(
            new(RequestPrincipal.Role(Own, "job"), action, resource)
            {
                ResourceAccount = TestStacks.Account,
                Context = context ?? RequestContext.Empty,
                IdentityPolicies =
                [
                    new("everything", PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")),
                ],
                PermissionsBoundary = new("boundary", Boundary()),
            }
        );

    private static PolicyDocument Boundary() =>
        PolicyDocument.Parse(File.ReadAllText(Path.Combine(TestStacks.Root.FullName, "eng", "bootstrap", "boundary.json")));
}
