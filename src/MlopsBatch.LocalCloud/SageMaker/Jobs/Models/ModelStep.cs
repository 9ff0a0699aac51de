using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;
using MlopsBatch.LocalCloud.SageMaker.Models;
using MlopsBatch.LocalCloud.SageMaker.Registry;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Models;

/// <summary>A Model step: a model of an approved version, or of an image and an archive.</summary>
internal sealed class ModelStep(RegistryDirectory registries, ModelStore models, TimeProvider time) : IStepRunner
{
    public Task<StepOutcome> RunAsync(StepRun run, CancellationToken cancellation)
    {
        run.Started([]);
        var containers = run.Arguments.Objects("Containers").ToList();
        var container =
            run.Arguments["PrimaryContainer"] as JsonObject
            ?? (containers.Count == 1 ? containers[0] : null)
            ?? throw StepFailedException.Client(
                "A model needs a PrimaryContainer; the local cloud has no inference pipelines of several containers."
            );
        var source = container.Text("ModelPackageName") is { } name ? OfPackage(run, name, container) : container;
        var described = (JsonObject)run.Arguments.DeepClone();
        described["ModelName"] = run.JobName;
        described["ModelArn"] = run.Arn("model", run.JobName);
        var model = new LocalModel(
            run.JobName,
            run.Arn("model", run.JobName),
            source.Text("Image") ?? throw StepFailedException.Client("The model's container has neither ModelPackageName nor Image."),
            source.Text("ModelDataUrl")
                ?? throw StepFailedException.Client(
                    "The model's container has no ModelDataUrl; the local cloud emulates no other source of models."
                ),
            source.Map("Environment")
        )
        {
            CreationTime = time.GetUtcNow(),
            Described = described,
            Tags = run.Arguments.Objects("Tags").ToDictionary(tag => tag.Text("Key")!, tag => tag.Text("Value")!, StringComparer.Ordinal),
            ExecutionRoleArn = run.Arguments.Text("ExecutionRoleArn"),
        };
        Check(run, model, run.Arguments.Flag("EnableNetworkIsolation"));
        models.Add(model);
        return Task.FromResult(new StepOutcome(described, new JsonObject { ["model"] = new JsonObject { ["arn"] = model.Arn } }));
    }

    private JsonObject OfPackage(StepRun run, string name, JsonObject container)
    {
        if (container.ContainsKey("Image") || container.ContainsKey("ModelDataUrl"))
        {
            throw StepFailedException.Client(
                "A container with ModelPackageName has neither Image nor ModelDataUrl; both come from the version."
            );
        }
        var package = registries.For(name, run.Pipeline).DescribeModelPackage(name);
        if (package.ApprovalStatus != ModelPackage.Approved)
        {
            throw StepFailedException.Client(
                $"The model package {name} is {package.ApprovalStatus}; only an Approved version can become a model."
            );
        }
        var source =
            (JsonObject?)package.Container?.DeepClone()
            ?? throw StepFailedException.Client($"The model package {name} has no container in its InferenceSpecification.");
        foreach (var (key, value) in container.Map("Environment"))
        {
            source["Environment"] ??= new JsonObject();
            source["Environment"]![key] = value;
        }
        return source;
    }

    private static void Check(StepRun run, LocalModel model, bool isolated)
    {
        ImageKind.Require(model.Image, ImageKind.ScikitLearn, "Model");
        if (run.S3.Find(S3.S3Uri.Parse(model.ModelDataUrl)) is null)
        {
            throw StepFailedException.Client($"Could not find model data at {model.ModelDataUrl}.");
        }
        if (
            isolated
            && model.Environment.FirstOrDefault(p => p.Value.Contains("s3://", StringComparison.Ordinal))
                is { Key: { } name, Value: var value }
        )
        {
            throw StepFailedException.Client(
                $"The variable {name} is {value}, but a model with network isolation can't reach S3. Pack the code into "
                    + "the model's archive and name its folder below /opt/ml/model."
            );
        }
    }
}
