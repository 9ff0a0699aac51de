using MlopsBatch.Configuration;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using Pulumi;

namespace MlopsBatch.Platform.Events;

/// <summary>
/// The account's own rules: what people are told of, what is handed to GitLab, what is kept for the audit. Models share them
/// in groups, because a pattern holds 2,048 characters.
/// </summary>
internal sealed class EventRoutes : ComponentResource
{
    /// <summary>Models of one rule; their ARNs fit a pattern even if every name is as long as allowed.</summary>
    public const int ModelsPerRule = 4;

    public EventRoutes(Account account, SharedResources shared, EventReceivers receivers, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:EventRoutes", "event-routes", options)
    {
        var notifications = receivers.Notifications;
        foreach (var (index, models) in account.Settings.Models.Chunk(ModelsPerRule).Index())
        {
            var suffix = index == 0 ? "" : $"-{index + 1}";
            var arns = Output.All(
                models
                    .SelectMany(model => Models.PipelineNamesOf(model, account))
                    .Select(name => account.Arn("sagemaker", $"pipeline/{name}"))
            );
            if (account.Has(AccountRole.Build) || account.Has(AccountRole.Deploy))
            {
                Executions(account, $"executions{suffix}", arns).ToFunction(notifications, FunctionNames.Notifications);
                Steps(account, $"steps{suffix}", arns)?.ToFunction(notifications, FunctionNames.Notifications);
            }

            if (account.Has(AccountRole.Registry))
            {
                var groups = models.Select(Models.GroupOf).ToArray();
                new Route(
                    account,
                    shared,
                    $"versions{suffix}",
                    "Versions that were registered, approved or rejected",
                    EventPatterns.Versions(groups),
                    this
                )
                    .ToFunction(notifications, FunctionNames.Notifications)
                    .ToLog(receivers.Audit);
                new Route(
                    account,
                    shared,
                    $"decisions{suffix}",
                    "Decisions about versions, and reviews named afterwards",
                    EventPatterns.Decisions(groups),
                    this
                ).ToFunction(receivers.ApprovalDeploy!, FunctionNames.ApprovalDeploy);
            }
        }

        new Route(
            account,
            shared,
            "deployments",
            "What became of decisions, deployments and violations",
            EventPatterns.Outcomes(account.Has(AccountRole.Registry), account.Has(AccountRole.Build), account.Has(AccountRole.Deploy)),
            this
        )
            .ToFunction(notifications, FunctionNames.Notifications)
            .ToLog(receivers.Audit);

        if (account.Has(AccountRole.Deploy))
        {
            foreach (var (index, models) in account.Settings.Models.Chunk(ModelsPerRule).Index())
            {
                var folders = models.Select(model => shared.Bucket.Layout(model.Name).DataQuality);
                new Route(
                    account,
                    shared,
                    $"violations{(index == 0 ? "" : $"-{index + 1}")}",
                    "Lists of data-quality violations",
                    EventPatterns.Violations(shared.Bucket.Name, folders),
                    this
                ).ToFunction(notifications, FunctionNames.Notifications);
            }
        }

        RegisterOutputs();

        Route Executions(Account account, string name, Output<System.Collections.Immutable.ImmutableArray<string>> arns)
        {
            var all = account.Settings.Notifications.NotifyOn == NotifyOn.All;
            string[] states = all
                ? [ExecutionStatuses.Failed, ExecutionStatuses.Stopped, ExecutionStatuses.Succeeded]
                : [ExecutionStatuses.Failed];
            return new(
                account,
                shared,
                name,
                "Executions that people are told of",
                arns.Apply(list => EventPatterns.Executions(list, states)),
                this
            );
        }

        Route? Steps(Account account, string name, Output<System.Collections.Immutable.ImmutableArray<string>> arns)
        {
            var notify = account.Settings.Notifications;
            if (notify.NotifyOn == NotifyOn.Failures && notify.Custom.Count == 0)
            {
                return null;
            }

            var all = notify.NotifyOn == NotifyOn.All;
            string[] steps = all ? [] : [.. notify.Custom.Select(custom => custom.StepName).Distinct().Order(StringComparer.Ordinal)];
            string[] states =
            [
                .. notify
                    .Custom.Select(custom => custom.StepStatus)
                    .Concat(all ? [ExecutionStatuses.Failed, ExecutionStatuses.Succeeded] : [])
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];
            return new(
                account,
                shared,
                name,
                "Steps that people are told of",
                arns.Apply(list => EventPatterns.Steps(list, steps, states)),
                this
            );
        }
    }
}
