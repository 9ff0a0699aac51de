namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

/// <summary>What a job runs.</summary>
internal sealed record JobCommand
{
    public required JobFolder Folder { get; init; }

    /// <summary>The program; python3 stands for the Python of the options.</summary>
    public required string Program { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public required string WorkingFolder { get; init; }

    /// <summary>What the job declares, on top of the environment that every job has.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>MaxRuntimeInSeconds of the stopping condition; SageMaker's default is one day.</summary>
    public TimeSpan MaxRuntime { get; init; } = TimeSpan.FromDays(1);
}
