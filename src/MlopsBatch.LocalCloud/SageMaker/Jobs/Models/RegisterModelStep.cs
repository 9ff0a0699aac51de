using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Registry;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Models;

/// <summary>A RegisterModel step: a new version in the registry.</summary>
internal sealed class RegisterModelStep(RegistryDirectory registries) : IStepRunner
{
    public Task<StepOutcome> RunAsync(StepRun run, CancellationToken cancellation)
    {
        run.Started([]);
        var group =
            run.Arguments.Text("ModelPackageGroupName")
            ?? throw StepFailedException.Client(
                "Arguments.ModelPackageGroupName is missing; the local cloud keeps versions in groups only."
            );
        var request = (JsonObject)run.Arguments.DeepClone();
        // As SageMaker does: every version knows the execution that made it.
        request["MetadataProperties"] ??= new JsonObject();
        request["MetadataProperties"]!["GeneratedBy"] ??= run.ExecutionArn;
        var package = registries.For(group, run.Pipeline).CreateModelPackage(request);
        var metadata = new JsonObject { ["registerModel"] = new JsonObject { ["arn"] = package.Arn } };
        return Task.FromResult(new StepOutcome(package.Description, metadata));
    }
}
