using MlopsBatch.Configuration;
using MlopsBatch.Events.Functions;
using MlopsBatch.Platform.Iam;
using MlopsBatch.Platform.Sharing;
using Pulumi;

namespace MlopsBatch.Platform.Functions;

/// <summary>Declares the function that turns events into mails, and violated model qualities into tunings.</summary>
internal static class NotificationsLambda
{
    /// <summary>Its longest run.</summary>
    public const int TimeoutSeconds = 60;

    public static EventFunction Create(Account account, SharedResources shared, ViolationBus? violations, ComponentResourceOptions options)
    {
        var topics = shared.Topics;
        return new(
            account,
            FunctionNames.Notifications,
            new(
                "Turns events into readable mails, and starts tunings after violations",
                TimeoutSeconds,
                new InputMap<string>
                {
                    [EnvironmentVariables.OperationsTopicArn] = topics.Operations.Arn,
                    [EnvironmentVariables.ApprovalsTopicArn] = topics.Approvals.Arn,
                    [EnvironmentVariables.QualityTopicArn] = topics.Quality.Arn,
                },
                [
                    topics.Operations.GrantPublish,
                    topics.Approvals.GrantPublish,
                    topics.Quality.GrantPublish,
                    ReadingReports(account, shared),
                    Tuning(account),
                ]
            )
            {
                ModelGrants = [.. Models.Portions(account.Settings.Models).Select(models => Reading(account, models))],
                Bus = violations is null ? null : account.Names.Of(),
                FunctionName = account.Settings.Notifications.FunctionName,
            },
            shared,
            options
        );
    }

    /// <summary>The figures and violations that mails show, of every model at once: a list of models would outgrow a policy.</summary>
    private static Action<Grantee> ReadingReports(Account account, SharedResources shared) =>
        grantee =>
        {
            if (!account.Has(AccountRole.Build) && !account.Has(AccountRole.Deploy))
            {
                return;
            }

            var everyModel = shared.Bucket.Layout("*");
            shared.Bucket.GrantRead(everyModel.DataQuality, everyModel.ModelQuality, everyModel.TrainingEvaluations)(grantee);
        };

    /// <summary>Tells what it started, and what it didn't.</summary>
    private static Action<Grantee> Tuning(Account account) =>
        grantee =>
        {
            if (account.Has(AccountRole.Build))
            {
                grantee.Add(new("SendAuditEvents", ["events:PutEvents"], account.Arn("events", "event-bus/default")));
            }
        };

    /// <summary>Mails say why: the failed step, and the version's figures beside the approved one's.</summary>
    private static Action<Grantee> Reading(Account account, IReadOnlyList<ModelOptions> models) =>
        grantee =>
        {
            if (account.Has(AccountRole.Build) || account.Has(AccountRole.Deploy))
            {
                var pipelines = models.SelectMany(model => Models.PipelineNamesOf(model, account));
                grantee.Add(
                    new(
                        "ReadExecutions",
                        [
                            "sagemaker:DescribePipelineExecution",
                            "sagemaker:ListPipelineExecutionSteps",
                            "sagemaker:ListPipelineParametersForExecution",
                        ],
                        pipelines.Select(name => account.Arn("sagemaker", $"pipeline/{name}/execution/*")).ToArray()
                    )
                );
            }

            if (account.Has(AccountRole.Build))
            {
                // The only one of the stack that may start these: no rule gets round the guard.
                grantee.Add(
                    new(
                        "StartTunings",
                        ["sagemaker:ListPipelineExecutions", "sagemaker:StartPipelineExecution"],
                        models.Select(model => account.Arn("sagemaker", $"pipeline/{Models.NamesOf(model).TrainingWithHpo}")).ToArray()
                    )
                );
            }

            if (account.Has(AccountRole.Registry))
            {
                Models.GrantReadVersions(account, models)(grantee);
            }
        };
}
