using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.LocalCloud;

/// <summary>What a local cloud is made of.</summary>
public sealed record CloudOptions
{
    /// <summary>A folder that belongs to this cloud alone; it is made if need be. Buckets are in s3/, jobs in jobs/.</summary>
    public required string Root { get; init; }

    /// <summary>The account that <see cref="Cloud.Default"/> is, twelve digits.</summary>
    public string AccountId { get; init; } = "111122223333";

    public string Region { get; init; } = "eu-west-1";

    /// <summary>Ids and random search depend on it, so that a run can be repeated.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What runs scripts wherever a definition says python3: a path, or a name found in <see cref="SearchPath"/>.</summary>
    public string PythonCommand { get; init; } = "python3";

    /// <summary>PATH of the jobs.</summary>
    public string SearchPath { get; init; } = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>The script that does what the Model Monitor analyzer's container does; null if no QualityCheck step runs.</summary>
    public string? DataQualityScript { get; init; }

    /// <summary>Jobs that run at the same time, at least 1; the number of processors by default.</summary>
    public int MaxConcurrentJobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Keep the folders of jobs that succeeded; those of failed jobs stay anyway.</summary>
    public bool KeepJobFolders { get; init; }

    /// <summary>The clock of all services.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Refuse what no policy allows, as AWS does. Off by default, so that a test of one service needs no roles; then every
    /// call passes.
    /// </summary>
    public bool EnforceIam { get; init; }

    /// <summary>Runs the code of functions; there is none by default.</summary>
    public Func<FunctionConfiguration, IFunctionCode> FunctionCode { get; init; } =
        function =>
            throw new CloudException(
                "NoFunctionCode",
                $"No code is bound for the function '{function.Name}' ({function.CodeArchive}); give it with CloudOptions.FunctionCode."
            );

    /// <summary>
    /// Called before each try of a step with its name and the number of the try, from 1; what it returns (for example
    /// <c>SageMaker.CAPACITY_ERROR</c>) fails that try, null lets it run. For rehearsing retries.
    /// </summary>
    public Func<string, int, string?> StepFault { get; init; } = (_, _) => null;

    /// <summary>
    /// Asked with a step's name when its turn has come: a slow one takes longer than all other steps of its execution that can go on
    /// without it, so it begins when they have ended, and never if the execution ends with them. For rehearsing an order that the
    /// definition has to demand, because this machine's times would have it so anyway.
    /// </summary>
    public Func<string, bool> IsSlow { get; init; } = _ => false;
}
