using System.Text.Json.Nodes;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Pipelines.Images;

namespace MlopsBatch.Checks.Security;

/// <summary>
/// Rows about jobs and models, read off the declared definitions. Sources: Checkov CKV_AWS_367-370, SageMaker.*, by analogy for
/// pipeline steps.
/// </summary>
internal static class SageMakerRows
{
    public static IEnumerable<SecurityRow> All =>
        [
            SecurityRow.Steps(
                49,
                "Models are isolated from the network.",
                step => step.Type == "Model",
                step => step.IsTrue("EnableNetworkIsolation")
            ),
            SecurityRow.Steps(50, "Outputs and volumes of every job are encrypted with our key.", step => step.IsJob, IsEncrypted),
            SecurityRow.Steps(
                51,
                "Traffic between a job's containers is encrypted.",
                step => step.IsTraining || step.IsProcessing,
                step =>
                    step.IsTraining
                        ? step.IsTrue("EnableInterContainerTrafficEncryption")
                        : step.IsTrue("NetworkConfig", "EnableInterContainerTrafficEncryption")
            ),
            SecurityRow.Steps(
                52,
                "Jobs and models are in our VPC and isolated.",
                step => step.IsTraining || step.IsProcessing || step.Type == "Model",
                step =>
                    step.IsProcessing
                        ? step.IsTrue("NetworkConfig", "EnableNetworkIsolation") && step.At("NetworkConfig", "VpcConfig") is not null
                        : step.IsTrue("EnableNetworkIsolation") && step.At("VpcConfig") is not null
            ),
            new(
                53,
                "SageMaker",
                "Every job has an end, is tried again after throttling, and not too many run at once.",
                Bounds
            ),
        ];

    private static bool IsEncrypted(DeclaredStep step) =>
        step.Type switch
        {
            "Transform" => step.At("TransformOutput", "KmsKeyId") is not null && HasVolumeKey(step.At("TransformResources")),
            "Training" or "Tuning" => step.At("OutputDataConfig", "KmsKeyId") is not null
                && HasVolumeKey(step.At("ResourceConfig") ?? step.At("HyperParameterTuningResourceConfig")),
            _ => step.At("ProcessingOutputConfig", "KmsKeyId") is not null && HasVolumeKey(step.At("ProcessingResources", "ClusterConfig")),
        };

    /// <summary>Machines with a disk of their own encrypt it themselves and take no key.</summary>
    private static bool HasVolumeKey(JsonNode? cluster) =>
        cluster?["VolumeKmsKeyId"] is not null
        || (cluster?["InstanceType"] is JsonValue type && InstanceTypes.HasLocalStorage(type.ToString()));

    private static IEnumerable<CheckEvidence> Bounds(DeclaredStack graph)
    {
        foreach (var pipeline in graph.OfType(ResourceTypes.Pipeline))
        {
            var steps = graph.Steps.Where(step => step.Pipeline == pipeline.Text("pipelineName")).ToList();
            var unbounded = Unbounded(pipeline, steps).ToList();
            foreach (var one in unbounded)
            {
                yield return new(one, pipeline.Urn, IsMet: false);
            }

            if (unbounded.Count == 0)
            {
                yield return new(pipeline.Name, pipeline.Urn, IsMet: true);
            }
        }
    }

    private static IEnumerable<string> Unbounded(RecordedResource pipeline, List<DeclaredStep> steps) =>
        [
            .. steps
                .Where(step => (step.IsProcessing || step.IsTraining) && step.At("StoppingCondition") is null)
                .Select(step => $"{step.FullName} has no end"),
            // AWS takes no retry policies on QualityCheck steps.
            .. steps
                .Where(step => step.IsJob && step.Type != "QualityCheck" && step.RetryPolicies is not { Count: > 0 })
                .Select(step => $"{step.FullName} isn't tried again"),
            .. pipeline.Inputs["parallelismConfiguration"] is null ? new[] { $"{pipeline.Name} has no limit of parallel steps" } : [],
        ];
}
