using System.Text.Json.Nodes;
using CsCheck;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Tests.Support;

namespace MlopsBatch.Pipelines.Tests;

/// <summary>Every job in every definition has what the security checklist asks for; read from the JSON.</summary>
public class HardeningTests
{
    private static readonly string[] JobTypes = ["Processing", "QualityCheck", "Training", "Tuning", "Transform"];

    [Theory]
    [MemberData(nameof(Definitions.Rows), MemberType = typeof(Definitions))]
    public void Every_job_is_hardened(string name, DataQualityEngine engine) =>
        Faults(Definitions.Named(name, engine).Read(), SampleProject.Project).ShouldBeEmpty();

    [Fact]
    public void Every_job_of_any_project_is_hardened() =>
        ProjectGen.Project.Sample(
            project => Definitions.Of(project).All(row => !Faults(row.Pipeline.Read(), project).Any()),
            print: project => string.Join('\n', Definitions.Of(project).SelectMany(row => Faults(row.Pipeline.Read(), project))),
            iter: 60
        );

    [Theory]
    [InlineData("Arguments.NetworkConfig.EnableNetworkIsolation", "TrainingPreProcessStep: no NetworkConfig.EnableNetworkIsolation")]
    [InlineData("Arguments.ProcessingOutputConfig.KmsKeyId", "TrainingPreProcessStep: no ProcessingOutputConfig.KmsKeyId")]
    [InlineData("Arguments.StoppingCondition", "TrainingPreProcessStep: no StoppingCondition.MaxRuntimeInSeconds")]
    [InlineData("Arguments.Tags", "TrainingPreProcessStep: no Tags")]
    [InlineData("RetryPolicies", "TrainingPreProcessStep: does not retry SageMaker.CAPACITY_ERROR")]
    public void The_walk_notices_what_is_missing(string path, string fault)
    {
        var definition = TrainingPipeline.Build(SampleProject.Project).Read();
        var (parent, member) = path.LastIndexOf('.') is var dot and > 0
            ? (definition.Step("TrainingPreProcessStep").At(path[..dot])!, path[(dot + 1)..])
            : (definition.Step("TrainingPreProcessStep"), path);
        parent.AsObject().Remove(member).ShouldBeTrue();

        Faults(definition, SampleProject.Project).ShouldContain(fault);
    }

    private static IEnumerable<string> Faults(JsonObject definition, ModelProject project) =>
        definition.Steps().SelectMany(step => StepFaults(step, project).Select(fault => $"{step.Text("Name")}: {fault}"));

    private static IEnumerable<string> StepFaults(JsonObject step, ModelProject project)
    {
        var (type, arguments) = (step.Text("Type"), step["Arguments"]!);
        var key = project.KmsKeyArn;
        var trial = type == "Tuning" ? arguments["TrainingJobDefinition"]! : arguments;
        IEnumerable<string> missing = type switch
        {
            "Processing" or "QualityCheck" =>
            [
                .. Secure(arguments.At("NetworkConfig"), "NetworkConfig.", project),
                .. Is(arguments, "ProcessingOutputConfig.KmsKeyId", key),
                .. Volume(
                    arguments.At("ProcessingResources.ClusterConfig")!,
                    type == "QualityCheck" || IsMonitoring(step) ? project.Instances.Monitoring : project.Instances.Processing,
                    key
                ),
                .. Positive(arguments, "StoppingCondition.MaxRuntimeInSeconds"),
            ],
            "Training" or "Tuning" =>
            [
                .. Secure(trial, "", project),
                .. Is(trial, "OutputDataConfig.KmsKeyId", key),
                .. Volume(trial["ResourceConfig"]!, project.Instances.Training, key),
                .. Positive(trial, "StoppingCondition.MaxRuntimeInSeconds"),
                .. type == "Tuning" ? Positive(arguments, "HyperParameterTuningJobConfig.ResourceLimits.MaxRuntimeInSeconds") : [],
            ],
            "Model" => Secure(arguments, "", project, traffic: false),
            "Transform" =>
            [
                .. Is(arguments, "TransformOutput.KmsKeyId", key),
                .. Volume(arguments["TransformResources"]!, project.Instances.Transform, key),
                .. Positive(arguments, "ModelClientConfig.InvocationsTimeoutInSeconds"),
            ],
            _ => [],
        };
        foreach (var fault in missing)
        {
            yield return fault;
        }

        foreach (var fault in Retries(step, type))
        {
            yield return fault;
        }

        if (step.ContainsKey("CacheConfig"))
        {
            yield return "is cached";
        }

        var tags = arguments["Tags"]?.AsArray().Count ?? 0;
        var expected = JobTypes.Contains(type) || type == "Model" ? project.Tags.Count : 0;
        if (tags != expected)
        {
            yield return tags < expected ? "no Tags" : "has Tags";
        }
    }

    private static bool IsMonitoring(JsonObject step) =>
        step.Text("Name") is StepNames.DataQualityCheck or StepNames.ModelQualityCalculation;

    private static IEnumerable<string> Secure(JsonNode? settings, string prefix, ModelProject project, bool traffic = true)
    {
        if (!settings.At("EnableNetworkIsolation").IsTrue())
        {
            yield return $"no {prefix}EnableNetworkIsolation";
        }

        if (traffic && !settings.At("EnableInterContainerTrafficEncryption").IsTrue())
        {
            yield return $"no {prefix}EnableInterContainerTrafficEncryption";
        }

        if (settings.At("VpcConfig.Subnets")?.AsArray().Count != project.SubnetIds.Count)
        {
            yield return $"no {prefix}VpcConfig.Subnets";
        }

        if (settings.At("VpcConfig.SecurityGroupIds")?.AsArray().Count != project.SecurityGroupIds.Count)
        {
            yield return $"no {prefix}VpcConfig.SecurityGroupIds";
        }
    }

    private static IEnumerable<string> Volume(JsonNode cluster, InstancePool pool, string key)
    {
        var local = pool.Type is "ml.m5d.large" or "ml.g4dn.xlarge" or "ml.g5.xlarge" or "ml.p3dn.24xlarge";
        return local
            ? cluster["VolumeKmsKeyId"] is null
                ? []
                : ["a volume key on local storage"]
            : Is(cluster, "VolumeKmsKeyId", key);
    }

    private static IEnumerable<string> Is(JsonNode node, string path, string value) =>
        node.At(path)?.GetValue<string>() == value ? [] : [$"no {path}"];

    private static IEnumerable<string> Positive(JsonNode node, string path) => node.At(path)?.GetValue<int>() > 0 ? [] : [$"no {path}"];

    private static IEnumerable<string> Retries(JsonObject step, string type)
    {
        var retried =
            step["RetryPolicies"]
                ?.AsArray()
                .SelectMany(policy => policy!["ExceptionType"]!.AsArray())
                .Select(exception => exception!.GetValue<string>())
                .ToHashSet()
            ?? [];
        string[] calls = ["Step.SERVICE_FAULT", "Step.THROTTLING"];
        string[] expected = type switch
        {
            "Processing" or "Training" or "Tuning" or "Transform" =>
            [
                .. calls,
                "SageMaker.CAPACITY_ERROR",
                "SageMaker.RESOURCE_LIMIT",
                "SageMaker.JOB_INTERNAL_ERROR",
            ],
            "Model" or "RegisterModel" => calls,
            _ => [],
        };
        return
        [
            .. expected.Except(retried).Select(exception => $"does not retry {exception}"),
            .. retried.Except(expected).Select(exception => $"must not retry {exception}"),
        ];
    }
}
