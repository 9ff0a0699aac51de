using MlopsBatch.Configuration;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.Sagemaker;

namespace MlopsBatch.ModelProjects;

/// <summary>The registry group of a model, shared with the accounts that deploy it. No account but this one decides on versions.</summary>
internal sealed class ModelGroup
{
    public ModelGroup(Account account, ModelOptions model, Resource parent)
    {
        Name = Models.GroupOf(model);
        var group = new ModelPackageGroup(
            model.Name,
            new ModelPackageGroupArgs
            {
                ModelPackageGroupName = Name,
                ModelPackageGroupDescription = $"Versions of model {model.Name}",
                Tags = account.Tags(model.Name),
            },
            new() { Parent = parent, Protect = true }
        );
        var statements = Sharing(account, Name).ToList();
        if (statements.Count > 0)
        {
            _ = new ModelPackageGroupPolicy(
                model.Name,
                new ModelPackageGroupPolicyArgs
                {
                    ModelPackageGroupName = group.ModelPackageGroupName,
                    ResourcePolicy = PolicyText.Of(statements),
                },
                new() { Parent = parent, Protect = true }
            );
        }
    }

    public string Name { get; }

    private static IEnumerable<Statement> Sharing(Account account, string name)
    {
        var group = account.Arn("sagemaker", $"model-package-group/{name}");
        var versions = account.Arn("sagemaker", $"model-package/{name}/*");
        if (account.Settings.DeployAccounts.Count > 0)
        {
            yield return CrossAccount.Limit(account, new("DeployAccountsSeeGroup", ["sagemaker:DescribeModelPackageGroup"], group));
            yield return CrossAccount.Limit(
                account,
                new(
                    "DeployAccountsUseVersions",
                    ["sagemaker:CreateModel", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"],
                    new[] { group, versions }
                )
            );
        }

        if (account.Settings.BuildAccounts is { Count: > 0 } builders)
        {
            yield return CrossAccount
                .Limit(account, new("BuildAccountsRegister", ["sagemaker:CreateModelPackage"], new[] { group, versions }), builders)
                .When("StringNotEquals", Separation.StatusKey, new[] { ApprovalStatuses.Approved });
            yield return CrossAccount.Limit(
                account,
                new(
                    "BuildAccountsSeeVersions",
                    ["sagemaker:DescribeModelPackage", "sagemaker:DescribeModelPackageGroup", "sagemaker:ListModelPackages"],
                    new[] { group, versions }
                ),
                builders
            );
        }
    }
}
