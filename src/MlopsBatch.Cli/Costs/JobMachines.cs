using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Cli.Costs;

/// <summary>The machines of one step's jobs.</summary>
/// <param name="Type">SageMaker's instance type.</param>
/// <param name="Count">How many share a job.</param>
/// <param name="Jobs">How many jobs the step starts.</param>
internal sealed record JobMachines(string Type, int Count, int Jobs)
{
    /// <summary>The machines of a pipeline's jobs, as its parameters have them by default.</summary>
    public static IEnumerable<JobMachines> Of(DeclaredPipeline pipeline)
    {
        var defaults = (JsonNode.Parse(pipeline.Definition)!["Parameters"] as JsonArray ?? []).ToDictionary(
            parameter => $"Parameters.{parameter!["Name"]}",
            parameter => parameter!["DefaultValue"]!.ToString()
        );
        foreach (var step in pipeline.Steps.Where(step => step.IsJob))
        {
            var machines =
                step.IsProcessing ? step.At("ProcessingResources", "ClusterConfig")
                : step.IsTraining ? step.At("ResourceConfig")
                : step.At("TransformResources");
            var trials = step.Arguments["HyperParameterTuningJobConfig"]?["ResourceLimits"]?["MaxNumberOfTrainingJobs"];
            yield return new(Value(machines!["InstanceType"]), Number(machines["InstanceCount"]), trials is null ? 1 : Number(trials));
        }

        int Number(JsonNode? node) => int.Parse(Value(node), CultureInfo.InvariantCulture);

        string Value(JsonNode? node) => node is JsonObject map && map["Get"] is { } name ? defaults[name.ToString()] : node!.ToString();
    }
}
