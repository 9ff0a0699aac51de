using System.Text.RegularExpressions;

namespace MlopsBatch.Pipelines.Projects;

/// <summary>Finds what would make SageMaker refuse a definition that uses an approved version.</summary>
internal static partial class ApprovedModelFaults
{
    /// <exception cref="ArgumentException">The version has faults; the message has them all, one a line.</exception>
    public static void ThrowIfAny(ApprovedModel approved)
    {
        var faults = Find(approved).ToList();
        if (faults.Count == 0)
        {
            return;
        }

        throw new ArgumentException($"The approved model has {faults.Count} fault(s):\n{string.Join('\n', faults)}");
    }

    private static IEnumerable<string> Find(ApprovedModel approved)
    {
        if (!VersionArn().IsMatch(approved.ModelPackageArn))
        {
            yield return $"ModelPackageArn: got \"{approved.ModelPackageArn}\", needs a version's ARN "
                + "(arn:aws:sagemaker:…:model-package/group/version)";
        }

        foreach (
            var (name, uri) in new[]
            {
                (nameof(approved.ModelDataUrl), approved.ModelDataUrl),
                (nameof(approved.BaselineStatisticsUri), approved.BaselineStatisticsUri),
                (nameof(approved.BaselineConstraintsUri), approved.BaselineConstraintsUri),
            }
        )
        {
            if (!S3Uri().IsMatch(uri))
            {
                yield return $"{name}: got \"{uri}\", needs an S3 URI (s3://bucket/key)";
            }
        }
    }

    [GeneratedRegex("^arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:[0-9]{12}:model-package/[^/]+/[0-9]+\\z")]
    private static partial Regex VersionArn();

    [GeneratedRegex("^s3://[^/]+/.+\\z")]
    private static partial Regex S3Uri();
}
