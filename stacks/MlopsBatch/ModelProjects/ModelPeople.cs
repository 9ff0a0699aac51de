using MlopsBatch.Configuration;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Iam;
using MlopsBatch.Platform.Observability;
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

    private static readonly (string Kind, string Action)[] Jobs =
    [
        ("hyper-parameter-tuning-job", "HyperParameterTuningJob"),
        ("processing-job", "ProcessingJob"),
        ("training-job", "TrainingJob"),
        ("transform-job", "TransformJob"),
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
                        ? [Models.GrantReadVersions(account, [model]), SeeGroup(account, model), Decide(account, model)]
                        : Array.Empty<Action<Grantee>>(),
                    Run(account, model, "StartPipelines", [.. Look, "sagemaker:StartPipelineExecution"]),
                    .. account.Has(AccountRole.Build) || account.Has(AccountRole.Deploy)
                        ? [SeeJobs(account), JobLogs.GrantRead(account)]
                        : Array.Empty<Action<Grantee>>(),
                ]
            ),
            Make(
                "data-engineer",
                $"Puts training data, batches and ground truth of {model.Name}.",
                [shared.Bucket.GrantWrite(layout.TrainingData, layout.InferenceData, layout.GroundTruth)]
            ),
            Make(
                "operator",
                $"Starts, stops and repeats pipelines of {model.Name}, and cleans up after them.",
                [
                    grantee => grantee.AddUnscopable(UnscopableAction.ListGroups),
                    Run(
                        account,
                        model,
                        "RunPipelines",
                        [.. Look, "sagemaker:RetryPipelineExecution", "sagemaker:StartPipelineExecution", "sagemaker:StopPipelineExecution"]
                    ),
                    .. account.Has(AccountRole.Deploy) ? [CleanUp(account, model)] : Array.Empty<Action<Grantee>>(),
                ]
            ),
        ];

        (string, Output<string>) Make(string role, string description, IReadOnlyList<Action<Grantee>> grants) =>
            ($"{model.Name}-{role}", PersonPolicy.Create(account, $"{model.Name}-{role}", description, grants, parent, model.Name));
    }

    /// <summary>Name to ARN.</summary>
    public IReadOnlyList<(string Name, Output<string> Arn)> Arns { get; }

    /// <summary>The jobs that pipelines start; SageMaker names them so, whatever the pipeline.</summary>
    private static Action<Grantee> SeeJobs(Account account) =>
        grantee =>
        {
            foreach (var (kind, action) in Jobs)
            {
                grantee.Add(new($"See{action}s", [$"sagemaker:Describe{action}"], account.Arn("sagemaker", $"{kind}/pipelines-*")));
            }
        };

    /// <summary>
    /// Deleting the models that batch inference left, and no other: pipelines name them so, and their definitions tag them.
    /// </summary>
    private static Action<Grantee> CleanUp(Account account, ModelOptions model) =>
        grantee =>
        {
            var models = account.Arn("sagemaker", "model/pipelines-*");
            var tags = Account.TagValues(account.Context, model.Name);
            var delete = new Statement("DeleteLeftModels", ["sagemaker:DeleteModel"], models);
            grantee.AddUnscopable(UnscopableAction.ListLeftModels);
            grantee.Add(new("TellLeftModels", ["sagemaker:ListTags"], models));
            grantee.Add(
                new[] { "environment", "model" }.Aggregate(
                    delete,
                    (statement, tag) => statement.When("StringEquals", $"aws:ResourceTag/{tag}", tags[tag])
                )
            );
        };

    private static Action<Grantee> SeeGroup(Account account, ModelOptions model) =>
        grantee =>
            grantee.Add(
                new(
                    "SeeGroup",
                    ["sagemaker:DescribeModelPackageGroup"],
                    account.Arn("sagemaker", $"model-package-group/{Models.GroupOf(model)}")
                )
            );

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
