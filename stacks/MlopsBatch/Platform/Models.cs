using MlopsBatch.Configuration;
using MlopsBatch.Pipelines;
using MlopsBatch.Platform.Iam;

namespace MlopsBatch.Platform;

/// <summary>Names of the models' pipelines and groups, and permissions that span all models of the account.</summary>
internal static class Models
{
    /// <summary>The model's pipelines, by its settings or else by its name.</summary>
    public static PipelineNames NamesOf(ModelOptions model)
    {
        var names = PipelineNames.For(model.Name);
        return new(
            model.Pipelines.Training ?? names.Training,
            model.Pipelines.TrainingWithHpo ?? names.TrainingWithHpo,
            model.Pipelines.Inference ?? names.BatchInference
        );
    }

    /// <summary>The model's group, by its settings or else by its name.</summary>
    public static string GroupOf(ModelOptions model) => model.ModelPackageGroup ?? model.Name;

    /// <summary>Names of the pipelines that this account has of the model.</summary>
    public static IEnumerable<string> PipelineNamesOf(ModelOptions model, Account account)
    {
        var names = NamesOf(model);
        if (account.Has(AccountRole.Build))
        {
            yield return names.Training;
            yield return names.TrainingWithHpo;
        }

        if (account.Has(AccountRole.Deploy))
        {
            yield return names.BatchInference;
        }
    }

    /// <summary>Models whose permissions fit a policy together.</summary>
    public const int PerPolicy = 6;

    /// <summary>Looking at versions of some models.</summary>
    public static Action<Grantee> GrantReadVersions(Account account, IEnumerable<ModelOptions> models) =>
        grantee =>
        {
            var groups = models.Select(GroupOf).ToList();
            grantee.Add(
                new(
                    "ReadVersions",
                    ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"],
                    groups
                        .SelectMany(group =>
                            new[]
                            {
                                account.Arn("sagemaker", $"model-package-group/{group}"),
                                account.Arn("sagemaker", $"model-package/{group}/*"),
                            }
                        )
                        .ToArray()
                )
            );
        };
}
