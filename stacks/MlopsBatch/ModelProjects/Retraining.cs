using MlopsBatch.Configuration;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Events;
using MlopsBatch.Platform.Functions;
using MlopsBatch.Platform.Iam;
using MlopsBatch.Platform.Sharing;
using Pulumi;

namespace MlopsBatch.ModelProjects;

/// <summary>
/// A model-quality violation starts tuning: in this account, or in the one that builds. The notification function is between, and starts
/// none within the model's cooldown.
/// </summary>
internal static class Retraining
{
    /// <summary>Violations of this account's own batch inference start its own tuning.</summary>
    public static void Here(
        Account account,
        SharedResources shared,
        ModelOptions model,
        ModelPipeline inference,
        ModelPipeline tuning,
        EventFunction notifications,
        Resource parent
    )
    {
        if (!account.Settings.RetrainOnViolation)
        {
            return;
        }

        new Route(
            account,
            shared,
            RuleNames.Retraining(model.Name),
            $"Quality violations that start {tuning.Name}",
            inference.Arn.Apply(arn => EventPatterns.QualityViolation([arn])),
            parent,
            new() { Model = model.Name }
        ).ToTuning(notifications, tuning.Name);
    }

    /// <summary>Violations of the deploy accounts, from the bus that takes them.</summary>
    public static void FromDeployAccounts(
        Account account,
        SharedResources shared,
        ModelOptions model,
        ViolationBus bus,
        ModelPipeline tuning,
        EventFunction notifications,
        Resource parent
    )
    {
        var accounts = account.Settings.DeployAccounts;
        var arns = accounts.Select(id => account.ArnOf(id, "sagemaker", $"pipeline/{Models.NamesOf(model).BatchInference}"));
        new Route(
            account,
            shared,
            RuleNames.RemoteRetraining(model.Name),
            $"Quality violations of deploy accounts that start {tuning.Name}",
            EventPatterns.QualityViolation(arns, accounts),
            parent,
            new() { Bus = bus.Name, Model = model.Name }
        ).ToTuning(notifications, tuning.Name);
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
}
