using MlopsBatch.Configuration;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Events;
using MlopsBatch.Platform.Iam;
using MlopsBatch.Platform.Observability;
using MlopsBatch.Platform.Sharing;
using Pulumi;

namespace MlopsBatch.ModelProjects;

/// <summary>A model-quality violation starts tuning: in this account, or in the one that builds.</summary>
internal static class Retraining
{
    /// <summary>Violations of this account's own batch inference start its own tuning.</summary>
    public static void Here(
        Account account,
        SharedResources shared,
        ModelOptions model,
        ModelPipeline inference,
        ModelPipeline tuning,
        Triggers triggers,
        Resource parent
    )
    {
        if (!account.Settings.RetrainOnViolation)
        {
            return;
        }

        var route = new Route(
            account,
            shared,
            $"{model.Name}-retraining",
            $"Quality violations that start {tuning.Name}",
            inference.Arn.Apply(arn => EventPatterns.QualityViolation([arn])),
            parent,
            new() { Model = model.Name }
        );
        route.ToPipeline(tuning.Arn, triggers.StartRole, inputKey: null);
        Watch(account, shared, model, route, parent);
    }

    /// <summary>Violations of the deploy accounts, from the bus that takes them.</summary>
    public static void FromDeployAccounts(
        Account account,
        SharedResources shared,
        ModelOptions model,
        ViolationBus bus,
        ModelPipeline tuning,
        Triggers triggers,
        Resource parent
    )
    {
        var accounts = account.Settings.DeployAccounts;
        var arns = accounts.Select(id => account.ArnOf(id, "sagemaker", $"pipeline/{Models.NamesOf(model).BatchInference}"));
        var route = new Route(
            account,
            shared,
            $"{model.Name}-remote-retraining",
            $"Quality violations of deploy accounts that start {tuning.Name}",
            EventPatterns.QualityViolation(arns, accounts),
            parent,
            new() { Bus = bus.Name, Model = model.Name }
        );
        route.ToPipeline(tuning.Arn, triggers.StartRole, inputKey: null);
        Watch(account, shared, model, route, parent);
    }

    /// <summary>Violations go to the bus of the account that builds.</summary>
    public static void Elsewhere(
        Account account,
        SharedResources shared,
        ModelOptions model,
        ModelPipeline inference,
        string busArn,
        Resource parent
    )
    {
        var role = new ServiceRole(
            account,
            $"{model.Name}-violations",
            ["events.amazonaws.com"],
            [grantee => grantee.Add(new("SendViolations", ["events:PutEvents"], busArn))],
            parent,
            model.Name
        );
        new Route(
            account,
            shared,
            $"{model.Name}-violation",
            "Quality violations that start tuning in the account that builds",
            inference.Arn.Apply(arn => EventPatterns.QualityViolation([arn])),
            parent,
            new() { Model = model.Name }
        ).ToBus(busArn, role);
    }

    /// <summary>Tuning that starts too often costs money, and points to a model that tuning can't mend.</summary>
    private static void Watch(Account account, SharedResources shared, ModelOptions model, Route route, Resource parent)
    {
        var most = account.Settings.RetrainingsPerDayAlarm;
        Alarm.Create(
            account,
            $"{model.Name}-retrainings-{(route.IsOnDefaultBus ? "here" : "remote")}",
            $"Model quality of {model.Name} started tuning more than {most} times in a day.",
            new("AWS/Events", "Invocations", route.Dimensions) { Threshold = most + 1, PeriodSeconds = 86400 },
            route.Page,
            shared.Topics.Operations.Arn,
            parent
        );
    }
}
