using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
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

    /// <summary>Where the registered versions' artifacts lie: a model has the same name in the registry's settings.</summary>
    public static S3Layout RegistryLayoutOf(Settings settings, ModelOptions model) =>
        settings.Registry is { } registry
            ? new(registry.BucketName, registry.BucketPrefix, model.Name)
            : new(settings.Bucket.Name, settings.Bucket.Prefix, model.Name);

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

    /// <summary>
    /// The models in portions whose permissions fit a managed policy each, filled by the length of their names: a role has
    /// ten managed policies, and every model is named in five ARNs.
    /// </summary>
    public static IEnumerable<IReadOnlyList<ModelOptions>> Portions(IEnumerable<ModelOptions> models)
    {
        const int arn = 75;
        var room = Quotas.ManagedPolicy.Most - 1_000;
        var (portion, used) = (new List<ModelOptions>(), 0);
        foreach (var model in models)
        {
            var names = NamesOf(model);
            var length =
                (5 * arn)
                + names.Training.Length
                + names.TrainingWithHpo.Length
                + names.BatchInference.Length
                + (2 * GroupOf(model).Length);
            if (portion.Count > 0 && used + length > room)
            {
                yield return portion;
                (portion, used) = ([], 0);
            }

            portion.Add(model);
            used += length;
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

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
