using MlopsBatch.Configuration;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Iam;
using MlopsBatch.Platform.People;
using Pulumi;

namespace MlopsBatch.ModelProjects;

/// <summary>Managed policies for the people of one model: each does its work and not another's.</summary>
internal sealed class ModelPeople
{
    private static readonly string[] Look =
    [
        "sagemaker:DescribePipeline",
        "sagemaker:DescribePipelineExecution",
        "sagemaker:ListPipelineExecutionSteps",
        "sagemaker:ListPipelineExecutions",
    ];

    public ModelPeople(Account account, SharedResources shared, ModelOptions model, Resource parent)
    {
        var layout = shared.Bucket.Layout(model.Name);
        Arns =
        [
            Make(
                "data-scientist",
                $"Reads data and models of {model.Name}, decides on its versions, starts its pipelines.",
                [
                    grantee => grantee.AddUnscopable(UnscopableAction.ListGroups),
                    shared.Bucket.GrantRead([.. layout.Folders]),
                    .. account.Has(AccountRole.Registry)
                        ? [Models.GrantReadVersions(account, [model]), Decide(account, model)]
                        : Array.Empty<Action<Grantee>>(),
                    Run(account, model, "StartPipelines", [.. Look, "sagemaker:StartPipelineExecution"]),
                ]
            ),
            Make(
                "data-engineer",
                $"Puts training data, batches and ground truth of {model.Name}.",
                [shared.Bucket.GrantWrite(layout.TrainingData, layout.InferenceData, layout.GroundTruth)]
            ),
            Make(
                "operator",
                $"Starts, stops and repeats pipelines of {model.Name}.",
                [
                    grantee => grantee.AddUnscopable(UnscopableAction.ListGroups),
                    Run(
                        account,
                        model,
                        "RunPipelines",
                        [.. Look, "sagemaker:RetryPipelineExecution", "sagemaker:StartPipelineExecution", "sagemaker:StopPipelineExecution"]
                    ),
                ]
            ),
        ];

        (string, Output<string>) Make(string role, string description, IReadOnlyList<Action<Grantee>> grants) =>
            ($"{model.Name}-{role}", PersonPolicy.Create(account, $"{model.Name}-{role}", description, grants, parent, model.Name));
    }

    /// <summary>Name to ARN.</summary>
    public IReadOnlyList<(string Name, Output<string> Arn)> Arns { get; }

    private static Action<Grantee> Decide(Account account, ModelOptions model) =>
        grantee =>
            grantee.Add(
                new(
                    "DecideOnVersions",
                    ["sagemaker:UpdateModelPackage"],
                    account.Arn("sagemaker", $"model-package/{Models.GroupOf(model)}/*")
                )
            );

    private static Action<Grantee> Run(Account account, ModelOptions model, string sid, string[] actions) =>
        grantee =>
        {
            var names = Models.PipelineNamesOf(model, account).ToList();
            if (names.Count == 0)
            {
                return;
            }

            grantee.Add(
                new(
                    sid,
                    actions,
                    names
                        .SelectMany(name =>
                            new[] { account.Arn("sagemaker", $"pipeline/{name}"), account.Arn("sagemaker", $"pipeline/{name}/execution/*") }
                        )
                        .ToArray()
                )
            );
        };
}
