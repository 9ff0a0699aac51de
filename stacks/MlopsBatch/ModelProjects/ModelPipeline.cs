using MlopsBatch.Configuration;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace MlopsBatch.ModelProjects;

/// <summary>One SageMaker pipeline with its definition inline, so that a preview shows what changes in it.</summary>
internal sealed class ModelPipeline
{
    /// <summary>Steps of one execution that run at the same time at most.</summary>
    private const int MaxParallelSteps = 8;

    public ModelPipeline(Account account, ModelOptions model, PipelineText text, JobRole role, ScriptObjects scripts, Resource parent)
    {
        Name = text.Name;
        var tags = account.Tags(model.Name);
        var options = new CustomResourceOptions { Parent = parent, DependsOn = scripts.Objects.ToArray() };
        if (account.Settings.RecreatePipelines)
        {
            tags.Add("recreatedBy", account.Context.RunId!);
            options.ReplaceOnChanges = ["tags"];
            options.DeleteBeforeReplace = true;
        }

        var pipeline = new Pipeline(
            text.Name,
            new PipelineArgs
            {
                PipelineName = text.Name,
                PipelineDisplayName = text.Name,
                PipelineDescription = text.Description,
                PipelineDefinition = text.Definition,
                RoleArn = role.Arn,
                ParallelismConfiguration = new PipelineParallelismConfigurationArgs { MaxParallelExecutionSteps = MaxParallelSteps },
                Tags = tags,
            },
            options
        );
        Arn = pipeline.Arn;
    }

    public string Name { get; }

    public Output<string> Arn { get; }

    /// <summary>Starting it. The name is known before the pipeline is, so that the role needn't wait for it.</summary>
    public static Action<Grantee> GrantStart(Account account, IEnumerable<string> names) =>
        grantee =>
            grantee.Add(
                new(
                    "StartPipelines",
                    ["sagemaker:StartPipelineExecution"],
                    names.Select(name => account.Arn("sagemaker", $"pipeline/{name}")).ToArray()
                )
            );
}
