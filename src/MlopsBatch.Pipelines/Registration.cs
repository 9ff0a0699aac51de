using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Images;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Pipelines;

/// <summary>Makes the step that registers a new model version with its figures, baseline and lineage.</summary>
internal static class Registration
{
    public static RegisterModelStep Step(PipelineContext context, PipelineKind kind, Evaluation evaluation, DataQualityResult dataQuality)
    {
        var project = context.Project;
        return new RegisterModelStep(StepNames.ModelRegister, "Registers the model as a version that waits for a person's approval.")
        {
            ModelPackageGroup = project.ModelPackageGroup,
            ImageUri = context.Image,
            ModelDataUrl = evaluation.Model,
            Environment = new Dictionary<string, string>
            {
                ["SAGEMAKER_PROGRAM"] = ScriptNames.Training,
                ["SAGEMAKER_SUBMIT_DIRECTORY"] = $"{ContainerPaths.Model}/code",
                ["SAGEMAKER_CONTAINER_LOG_LEVEL"] = "20",
                ["SAGEMAKER_REGION"] = project.Region,
                ["SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT"] = "text/csv",
            },
            // No Approved here: approving is a person's, and never the pipeline's.
            ApprovalStatus = new Parameter<string>(
                ParameterNames.ModelApprovalStatus,
                "PendingManualApproval",
                "PendingManualApproval",
                "Rejected"
            ),
            TransformInstanceTypes = [.. InstanceTypes.ForTransform.Append(project.Instances.Transform.Type).Distinct()],
            Evaluation = evaluation.ReportUri,
            DataQuality = dataQuality.Calculated,
            DriftCheckBaseline = dataQuality.ForDriftCheck,
            Lineage = project.Lineage,
            Metadata = Metadata(context, kind, evaluation),
        };
    }

    private static Dictionary<string, Value<string>> Metadata(PipelineContext context, PipelineKind kind, Evaluation evaluation)
    {
        var lineage = context.Project.Lineage;
        string[] words = [MetadataKeys.Comparison, MetadataKeys.PositiveClass, MetadataKeys.Warnings];
        var metadata = new Dictionary<string, Value<string>>
        {
            [MetadataKeys.Metric] = context.Project.Metric.Name,
            [MetadataKeys.MetricValue] = Text.Of($"{evaluation.Metric}"),
            [MetadataKeys.NaiveValue] = Text.Of($"{evaluation.Naive}"),
            [MetadataKeys.Threshold] = Text.Of($"{context.MetricThreshold}"),
            [MetadataKeys.Hyperparameters] = evaluation.Hyperparameters,
            [MetadataKeys.ScriptsHash] = lineage.ScriptsHash,
            [MetadataKeys.TrainingObjectKey] = evaluation.TrainingObjectKey,
            [MetadataKeys.SourcePipeline] = kind.Slug(),
            [MetadataKeys.PipelineExecution] = Execution.Arn,
            [MetadataKeys.Commit] = lineage.Commit,
            [MetadataKeys.Repository] = lineage.Repository,
        };
        if (kind == PipelineKind.TrainingWithHpo)
        {
            metadata[MetadataKeys.Review] = evaluation.Review;
            words = [.. words, MetadataKeys.Choice, MetadataKeys.Trials];
        }

        foreach (var key in words)
        {
            metadata[key] = evaluation.InWords(key);
        }

        return metadata;
    }
}
