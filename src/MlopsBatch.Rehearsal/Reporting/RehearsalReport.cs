using MlopsBatch.Rehearsal.Data;

namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>What a rehearsal showed; written as <c>rehearsal.json</c>. Later versions add fields and never rename one.</summary>
/// <param name="Outcome"><c>passed</c> if every check passed, else <c>failed</c>.</param>
/// <param name="DurationSeconds">Wall time from start to end.</param>
/// <param name="ScriptSeconds">Wall time with at least one step process alive.</param>
/// <param name="Seed">The seed that makes this run again.</param>
/// <param name="Data">The training data's size.</param>
/// <param name="Metric">The metric that decided.</param>
/// <param name="PeakMemoryMiB">The executor's own largest resident size, in MiB; step processes not counted.</param>
/// <param name="Checks">What was expected, and what was seen.</param>
/// <param name="Executions">Every pipeline execution, in the order of their start.</param>
/// <param name="ModelPackages">The model registry at the end, by version.</param>
public sealed record RehearsalReport(
    string Outcome,
    double DurationSeconds,
    double ScriptSeconds,
    int Seed,
    DataReport Data,
    MetricReport Metric,
    double PeakMemoryMiB,
    IReadOnlyList<CheckReport> Checks,
    IReadOnlyList<ExecutionReport> Executions,
    IReadOnlyList<ModelPackageReport> ModelPackages
)
{
    /// <summary>Each row of the closed loop, <c>L1</c> to <c>L10</c>, with its evidence.</summary>
    public IReadOnlyDictionary<string, LoopRowReport> Loop { get; init; } = new Dictionary<string, LoopRowReport>();

    /// <summary>The mails that the topics sent, in order.</summary>
    public IReadOnlyList<NotificationReport> Notifications { get; init; } = [];

    /// <summary>What was rehearsed; null only in reports that nobody played.</summary>
    public ProvenanceReport? Provenance { get; init; }

    /// <summary>What the loop says about the user's own batch; null if none was given.</summary>
    public OwnBatchReport? OwnBatch { get; init; }

    /// <summary>What is odd about the files, but allowed.</summary>
    public IReadOnlyList<DataWarning> Warnings { get; init; } = [];

    /// <summary>Every deployment, in order.</summary>
    public IReadOnlyList<DeploymentReport> Deployments { get; init; } = [];

    /// <summary>Every event of the accounts' default buses, in order.</summary>
    public IReadOnlyList<EventReport> Events { get; init; } = [];

    /// <summary>What lies in the queues at the end.</summary>
    public IReadOnlyList<DeadLetterReport> DeadLetters { get; init; } = [];

    /// <summary>Calls that nobody can say of whether IAM would let them pass.</summary>
    public IReadOnlyList<NotJudgedReport> NotJudged { get; init; } = [];

    /// <summary>ARNs of rules that are on and that nothing matched, after a whole rehearsal: whether they work isn't shown.</summary>
    public IReadOnlyList<string> DeadRules { get; init; } = [];

    /// <summary>Declared kinds that do nothing here.</summary>
    public IReadOnlyList<InertReport> Inert { get; init; } = [];
}
