using MlopsBatch.Configuration;
using MlopsBatch.Events.Settings;
using MlopsBatch.Platform.Storage;

namespace MlopsBatch.Platform.Functions;

/// <summary>What the functions are told: the account's settings in the record that they read.</summary>
internal static class FunctionSettings
{
    public static LambdaSettings Of(Account account, DataBucket bucket)
    {
        var settings = account.Settings;
        return new()
        {
            NotifyOn = settings.Notifications.NotifyOn,
            HasWebhooks = settings.Notifications.Webhooks.Count > 0,
            StudioDomainId = settings.StudioDomainId,
            Custom =
            [
                .. settings.Notifications.Custom.Select(custom => new CustomMessage
                {
                    StepName = custom.StepName,
                    StepStatus = custom.StepStatus,
                    StepCustomMessage = custom.StepCustomMessage,
                }),
            ],
            Models = [.. settings.Models.Select(model => Of(account, bucket, model))],
        };
    }

    private static ModelSettings Of(Account account, DataBucket bucket, ModelOptions model)
    {
        var names = Models.NamesOf(model);
        var (build, deploy) = (account.Has(AccountRole.Build), account.Has(AccountRole.Deploy));
        return new()
        {
            Name = model.Name,
            PackageGroup = Models.GroupOf(model),
            TrainingPipeline = build ? names.Training : null,
            TrainingWithHpoPipeline = build ? names.TrainingWithHpo : null,
            BatchInferencePipeline = deploy ? names.BatchInference : null,
            Bucket = bucket.Name,
            BucketPrefix = account.Settings.Bucket.Prefix,
            Metric = model.Metric.Name,
            Responsible = model.Responsible,
            RequireReview = account.Settings.RequireReview,
            ReviewPattern = account.Settings.Review.Pattern,
            RetrainOnViolation = account.Settings.StartsTuning(),
            TuningCooldownDays = model.Hpo.CooldownDays,
            RetrainingRules = build
                ?
                [
                    account.Names.Of(RuleNames.Retraining(model.Name)),
                    account.Names.Of(RuleNames.RemoteRetraining(model.Name)),
                ]
                : [],
        };
    }
}
