using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Images;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>The machines that a job runs on.</summary>
public sealed record JobCluster(Parameter<string> InstanceType, Parameter<int> InstanceCount, int VolumeSizeInGB)
{
    internal JsonObject ToJson(JobSettings settings, References references) =>
        Json.Object(
            ("InstanceType", InstanceType.ToJson(references)),
            ("InstanceCount", InstanceCount.ToJson(references)),
            ("VolumeSizeInGB", VolumeSizeInGB),
            ("VolumeKmsKeyId", VolumeKey(settings))
        );

    /// <summary>Null where SageMaker takes no key: see <see cref="InstanceTypes.HasLocalStorage"/>.</summary>
    internal JsonNode? VolumeKey(JobSettings settings) =>
        InstanceTypes.HasLocalStorage(InstanceType.DefaultValue) ? null : (JsonNode)settings.KmsKeyArn;
}
