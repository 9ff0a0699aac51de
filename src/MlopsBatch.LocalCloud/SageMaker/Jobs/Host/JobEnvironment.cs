using System.Globalization;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

/// <summary>
/// The environment of a job: only what is listed here and what the job declares. Nothing of this process is
/// inherited, so no credential can reach a script.
/// </summary>
internal static class JobEnvironment
{
    public static IReadOnlyDictionary<string, string> Create(CloudOptions options, JobCommand command)
    {
        var environment = OfEveryJob(options);
        environment["HOME"] = command.Folder.Home;
        environment["TMPDIR"] = command.Folder.Temporary;
        foreach (var (name, value) in command.Environment)
        {
            environment[name] = command.Folder.MapPath(value);
        }
        environment["SAGEMAKER_BASE_DIR"] = command.Folder.OptMl;
        return environment;
    }

    /// <summary>What no job can differ in but by declaring it.</summary>
    public static Dictionary<string, string> OfEveryJob(CloudOptions options)
    {
        var threads = Math.Max(1, Environment.ProcessorCount / options.MaxConcurrentJobs).ToString(CultureInfo.InvariantCulture);
        return new(StringComparer.Ordinal)
        {
            ["PATH"] = options.SearchPath,
            ["LANG"] = "C.UTF-8",
            ["PYTHONDONTWRITEBYTECODE"] = "1",
            ["PYTHONUNBUFFERED"] = "1",
            ["OMP_NUM_THREADS"] = threads,
            ["OPENBLAS_NUM_THREADS"] = threads,
            ["MKL_NUM_THREADS"] = threads,
            ["AWS_REGION"] = options.Region,
            ["AWS_DEFAULT_REGION"] = options.Region,
        };
    }
}
