using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using MlopsBatch.Inspection;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.ModelProjects;

/// <summary>A model's project as the program makes it of the settings, with a key and a role that only a deployment knows.</summary>
public static class OfflineProject
{
    /// <param name="context">The stack.</param>
    /// <param name="model">One of its models.</param>
    /// <exception cref="Faults.FaultException">The folder of its scripts is missing or lacks a step's script.</exception>
    public static ModelProject Of(StackContext context, ModelOptions model)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(model);
        var partition = Partition.OfRegion(context.Region);
        var key = partition.Arn("kms", context.Region, StackEvaluator.PlaceholderAccount, "key/00000000-0000-0000-0000-000000000000");
        var role = partition.Arn("iam", "", StackEvaluator.PlaceholderAccount, $"role/{model.Name}-execution");
        var scripts = context.Files.Scripts(model);
        return Definitions.Project(
            context,
            model,
            context.Settings.Bucket.KmsKeyArn ?? key.ToString(),
            context.Settings.Bucket.RoleArn ?? role.ToString(),
            scripts.Hash,
            scripts.Contract
        );
    }
}
