using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.SageMaker.Registry;

/// <summary>
/// The event that SageMaker sends when a version is registered or updated.
/// Shape: https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html
/// </summary>
internal static class ModelPackageEvents
{
    private static readonly string[] Copied =
    [
        "InferenceSpecification",
        "ModelPackageStatus",
        "ModelPackageStatusDetails",
        "CertifyForMarketplace",
        "ModelApprovalStatus",
        "MetadataProperties",
        "ModelMetrics",
        "CustomerMetadataProperties",
        "ModelLifeCycle",
        "ApprovalDescription",
    ];

    /// <param name="events">The bus.</param>
    /// <param name="package">The version after the change.</param>
    /// <param name="updated">The fields that an update named; null for a registration.</param>
    public static void Publish(this EventStream events, ModelPackage package, IEnumerable<string>? updated)
    {
        var detail = new JsonObject
        {
            ["ModelPackageGroupName"] = package.GroupName,
            ["ModelPackageVersion"] = package.Version,
            ["ModelPackageArn"] = package.Arn,
            ["CreationTime"] = CloudEvent.Timestamp(package.CreationTime),
        };
        foreach (var name in Copied)
        {
            if (package.Description[name] is { } value)
            {
                detail[name] = value.DeepClone();
            }
        }
        detail["LastModifiedTime"] = CloudEvent.Timestamp(package.LastModifiedTime);
        if (updated is not null)
        {
            detail["UpdatedModelPackageFields"] = new JsonArray([.. updated.Select(name => (JsonNode?)name)]);
        }
        events.Publish("aws.sagemaker", "SageMaker Model Package State Change", [package.Arn], detail);
    }
}
