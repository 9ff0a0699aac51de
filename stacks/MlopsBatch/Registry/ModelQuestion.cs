using MlopsBatch.Configuration;
using MlopsBatch.ModelProjects;
using MlopsBatch.Platform;

namespace MlopsBatch.Registry;

/// <summary>What a stack asks the registry about one of its models.</summary>
/// <param name="Group">Name of the group, or its ARN where the registry is in another account.</param>
/// <param name="Pinned">ARN of a version to take instead of the highest approved one, or null.</param>
/// <param name="Readable">S3 URI below which the jobs of the stack's account may read models.</param>
public sealed record ModelQuestion(string Group, string? Pinned, string Readable)
{
    /// <summary>The question of a stack about a model.</summary>
    public static ModelQuestion Of(StackContext context, ModelOptions model)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(model);
        return new(
            Definitions.GroupReference(context, model),
            model.ApprovedModelPackageArn,
            Models.RegistryLayoutOf(context.Settings, model).TrainingModels.Uri
        );
    }
}
