using System.Text.RegularExpressions;
using MlopsBatch.Pipelines.Images;

namespace MlopsBatch.Pipelines.Projects;

/// <summary>Finds what would make SageMaker refuse a project's definitions.</summary>
public static partial class ModelProjectFaults
{
    /// <summary>All faults, each with the value's name, the value and what is allowed; none if the project is sound.</summary>
    public static IReadOnlyList<string> Find(ModelProject project) =>
        [
            .. Identity(project),
            .. Images(project),
            .. Training(project),
            .. HpoFaults.Find(project),
            .. Machines(project),
            .. Labels(project),
        ];

    /// <exception cref="ArgumentException">The project has faults; the message has them all, one a line.</exception>
    internal static void ThrowIfAny(ModelProject project)
    {
        var faults = Find(project);
        if (faults.Count == 0)
        {
            return;
        }

        throw new ArgumentException($"The project \"{project.Name}\" has {faults.Count} fault(s):\n{string.Join('\n', faults)}");
    }

    private static IEnumerable<string> Identity(ModelProject project)
    {
        if (!ModelName().IsMatch(project.Name) || project.Name.Length > 40)
        {
            yield return $"Name: got \"{project.Name}\", needs 1 to 40 lower-case letters, digits and single hyphens";
        }

        if (project.Bucket.Length < 3 || project.Bucket.Contains('/'))
        {
            yield return $"Bucket: got \"{project.Bucket}\", needs a bucket's name without s3:// and path";
        }

        if (!Arn().IsMatch(project.KmsKeyArn))
        {
            yield return $"KmsKeyArn: got \"{project.KmsKeyArn}\", needs the key's ARN (arn:aws:kms:…)";
        }

        if (!Arn().IsMatch(project.ExecutionRoleArn))
        {
            yield return $"ExecutionRoleArn: got \"{project.ExecutionRoleArn}\", needs the role's ARN (arn:aws:iam::…)";
        }

        if (project.SubnetIds.Count is < 1 or > 16)
        {
            yield return $"SubnetIds: got {project.SubnetIds.Count}, needs 1 to 16: the jobs run in a VPC";
        }

        if (project.SecurityGroupIds.Count is < 1 or > 5)
        {
            yield return $"SecurityGroupIds: got {project.SecurityGroupIds.Count}, needs 1 to 5: the jobs run in a VPC";
        }

        if (!GroupNameOrArn().IsMatch(project.ModelPackageGroup))
        {
            yield return $"ModelPackageGroup: got \"{project.ModelPackageGroup}\", needs a name of up to 63 letters, digits and "
                + "hyphens, or an ARN";
        }
    }

    private static IEnumerable<string> Images(ModelProject project)
    {
        if (!ImageUris.Regions.Contains(project.Region))
        {
            yield return Message(() => ImageUris.ScikitLearn(project.Region, ImageUris.FrameworkVersions[0]));
        }
        else if (project.DataQualityEngine == DataQualityEngine.ModelMonitor && !ImageUris.ModelMonitorRegions.Contains(project.Region))
        {
            yield return Message(() => ImageUris.ModelMonitor(project.Region));
        }

        if (!ImageUris.FrameworkVersions.Contains(project.FrameworkVersion))
        {
            yield return Message(() => ImageUris.ScikitLearn(ImageUris.Regions[0], project.FrameworkVersion));
        }
    }

    private static IEnumerable<string> Training(ModelProject project)
    {
        if (!double.IsFinite(project.MetricThreshold))
        {
            yield return $"MetricThreshold: got {project.MetricThreshold}, needs a finite number";
        }

        if (project.Seed < 0)
        {
            yield return $"Seed: got {project.Seed}, needs 0 or more";
        }

        if (project.Data.Target.Length is < 1 or > 256)
        {
            yield return $"Data.Target: got \"{project.Data.Target}\", needs last, first, a position from 0, or a column's name";
        }

        if (project.Data.RecordId is { } id && (id.Length is < 1 or > 256 || id == project.Data.Target))
        {
            yield return $"Data.RecordId: got \"{id}\", needs a column other than the target, by position from 0 or by name, or nothing";
        }

        if (project.MetricConfidence is not (>= 0.5 and <= 0.9999))
        {
            yield return $"MetricConfidence: got {project.MetricConfidence}, needs 0.5 to 0.9999";
        }

        foreach (var (name, words) in new[] { ("Exclude", project.Data.Exclude), ("Missing", project.Data.Missing) })
        {
            foreach (var word in words.Where(word => word.Length is < 1 or > 200))
            {
                yield return $"Data.{name}: got \"{word}\", needs texts of 1 to 200 characters: an argument of a job holds no more";
            }
        }

        if (project.Data.Separator.Length != 1 || project.Data.Separator == project.Data.Decimal)
        {
            yield return $"Data.Separator: got \"{project.Data.Separator}\", needs one character other than the decimal mark";
        }

        if (project.Data.Decimal is not ("." or ","))
        {
            yield return $"Data.Decimal: got \"{project.Data.Decimal}\", needs a point or a comma";
        }

        foreach (
            var (key, value) in new[]
            {
                ("DefaultTrainingKey", project.DefaultTrainingKey),
                ("DefaultInferenceKey", project.DefaultInferenceKey),
            }
        )
        {
            if (value is not null && (value.Length is < 1 or > 900 || value[0] == '/' || value.Contains("://")))
            {
                yield return $"{key}: got \"{value}\", needs an object's key, or a prefix, without s3:// and bucket";
            }
        }

        foreach (var (name, value) in project.Hyperparameters)
        {
            if (HpoFaults.IsReserved(name))
            {
                yield return $"Hyperparameters.{name}: names that start with sagemaker_ or _ belong to SageMaker";
            }

            if (value.Length > 2500)
            {
                yield return $"Hyperparameters.{name}: got {value.Length} characters, needs up to 2500";
            }
        }

        if (project.Hyperparameters.Count > 90)
        {
            yield return $"Hyperparameters: got {project.Hyperparameters.Count}, needs up to 90";
        }
    }

    private static IEnumerable<string> Machines(ModelProject project)
    {
        var (instances, limits) = (project.Instances, project.TimeLimits);
        foreach (
            var (name, pool) in new[]
            {
                ("Processing", instances.Processing),
                ("Training", instances.Training),
                ("Transform", instances.Transform),
                ("Monitoring", instances.Monitoring),
            }
        )
        {
            if (!InstanceType().IsMatch(pool.Type))
            {
                yield return $"Instances.{name}.Type: got \"{pool.Type}\", needs a SageMaker instance type such as ml.m5.large";
            }

            foreach (var fault in Range($"Instances.{name}.Count", pool.Count, 1, 100))
            {
                yield return fault;
            }

            foreach (var fault in Range($"Instances.{name}.VolumeSizeInGB", pool.VolumeSizeInGB, 1, 16384))
            {
                yield return fault;
            }
        }

        foreach (var fault in Range("TimeLimits.ProcessingSeconds", limits.ProcessingSeconds, 1, 777_600))
        {
            yield return fault;
        }

        foreach (var fault in Range("TimeLimits.MonitoringSeconds", limits.MonitoringSeconds, 1, 777_600))
        {
            yield return fault;
        }

        foreach (var fault in Range("TimeLimits.TrainingSeconds", limits.TrainingSeconds, 1, 2_419_200))
        {
            yield return fault;
        }

        foreach (var fault in Range("TimeLimits.TuningSeconds", limits.TuningSeconds, 120, 15_768_000))
        {
            yield return fault;
        }

        foreach (var fault in Range("TimeLimits.TransformInvocationSeconds", limits.TransformInvocationSeconds, 1, 3600))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Labels(ModelProject project)
    {
        foreach (var (name, value) in new[] { ("Commit", project.Lineage.Commit), ("Repository", project.Lineage.Repository) })
        {
            if (!MetadataValue().IsMatch(value))
            {
                yield return $"Lineage.{name}: got \"{value}\", needs 1 to 256 letters, digits, spaces and _.:/=+-@";
            }
        }

        if (!Sha256().IsMatch(project.Lineage.ScriptsHash))
        {
            yield return $"Lineage.ScriptsHash: got \"{project.Lineage.ScriptsHash}\", needs 64 lower-case hexadecimal digits";
        }

        if (project.Tags.Count > 50)
        {
            yield return $"Tags: got {project.Tags.Count}, needs up to 50";
        }

        foreach (var (key, value) in project.Tags)
        {
            if (key.Length is < 1 or > 128 || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || value.Length > 256)
            {
                yield return $"Tags.{key}: got \"{value}\", needs a key of 1 to 128 characters not starting with aws: and a value of "
                    + "up to 256";
            }
        }
    }

    private static IEnumerable<string> Range(string name, int value, int min, int max) =>
        value >= min && value <= max ? [] : [$"{name}: got {value}, needs {min} to {max}"];

    private static string Message(Func<string> lookUp)
    {
        try
        {
            return lookUp();
        }
        catch (ArgumentException fault)
        {
            return fault.Message;
        }
    }

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])*\\z")]
    private static partial Regex ModelName();

    [GeneratedRegex("^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+\\z")]
    private static partial Regex Arn();

    [GeneratedRegex("^(arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:[0-9]{12}:model-package-group/)?[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\z")]
    private static partial Regex GroupNameOrArn();

    [GeneratedRegex(@"^ml\.[a-z0-9-]+\.[a-z0-9]+\z")]
    private static partial Regex InstanceType();

    // CustomerMetadataValue in SageMaker's API reference.
    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}\z")]
    private static partial Regex MetadataValue();

    [GeneratedRegex("^[0-9a-f]{64}\\z")]
    private static partial Regex Sha256();
}
