using System.Text.RegularExpressions;

namespace MlopsBatch.Pipelines.Images;

/// <summary>What the definitions must know about SageMaker's instance types.</summary>
public static partial class InstanceTypes
{
    /// <summary>
    /// Types that every model version may be used on: a version outlives the settings it was registered with, and is used
    /// in accounts that have other settings.
    /// </summary>
    public static IReadOnlyList<string> ForTransform { get; } =
    [
        "ml.m5.large",
        "ml.m5.xlarge",
        "ml.m5.2xlarge",
        "ml.m5.4xlarge",
        "ml.m6i.large",
        "ml.m6i.xlarge",
        "ml.m6i.2xlarge",
        "ml.m6i.4xlarge",
        "ml.c5.xlarge",
        "ml.c5.2xlarge",
        "ml.c5.4xlarge",
        "ml.c6i.xlarge",
        "ml.c6i.2xlarge",
        "ml.c6i.4xlarge",
    ];

    /// <summary>
    /// Whether instances of the type come with NVMe storage, which SageMaker then uses as the job's volume. Such
    /// volumes are encrypted by the hardware, and a job that names a volume key for them is refused (VolumeKmsKeyId in
    /// SageMaker's API reference; families from EC2's list of instance store volumes).
    /// </summary>
    /// <param name="instanceType">Such as <c>ml.m5d.large</c>.</param>
    public static bool HasLocalStorage(string instanceType) => LocalStorage().IsMatch(instanceType);

    // A d among the attributes that follow the generation's number (m5d, c6gd, g4dn, p4de), or a family all of whose
    // sizes have NVMe drives.
    [GeneratedRegex(@"^ml\.([a-z]+[0-9]+[a-z]*d|(g5|g6|gr6|g7|p5|p6|trn1|trn2|i3|i4)[a-z]*[.-])")]
    private static partial Regex LocalStorage();
}
