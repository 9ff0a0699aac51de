using MlopsBatch.Configuration;
using MlopsBatch.Inspection;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Rehearsal.Accounts;
using MlopsBatch.Rehearsal.People;

namespace MlopsBatch.Rehearsal;

/// <summary>What to rehearse, and where.</summary>
public sealed record RehearsalOptions
{
    /// <summary>The model of a stack's file that is rehearsed with its own settings; null plays a model of the rehearsal's own.</summary>
    public ConfiguredModel? Configured { get; init; }

    /// <summary>The user's training CSV (a file, or a folder of CSVs); null rehearses with scikit-learn's diabetes set.</summary>
    public string? TrainingData { get; init; }

    /// <summary>A batch to score, without the target; null holds out a seeded part of the training data.</summary>
    public string? InferenceData { get; init; }

    /// <summary>The truth for <see cref="InferenceData"/>; given together with it.</summary>
    public string? GroundTruth { get; init; }

    /// <summary>The column to predict: <c>last</c>, <c>first</c>, a position from 0, or a name. Default: <c>last</c>.</summary>
    public string Target { get; init; } = "last";

    /// <summary>Whether the first line of the CSVs holds names. Default: false.</summary>
    public bool Header { get; init; }

    /// <summary>What the user's CSVs look like beside <see cref="Target"/> and <see cref="Header"/>; also the positive class.</summary>
    public DataFormat Format { get; init; } = new();

    /// <summary>
    /// The metric that decides: <c>mse</c>, <c>rmse</c>, <c>mae</c>, <c>r2</c>, <c>f1</c>, <c>accuracy</c> or <c>auc</c>; null:
    /// <c>mse</c> for
    /// numbers, <c>accuracy</c> for classes, as the target looks.
    /// </summary>
    public string? Metric { get; init; }

    /// <summary>The metric's bound; null takes one that only a model better than the naive baseline meets.</summary>
    public double? Threshold { get; init; }

    /// <summary>Where <c>rehearsal.json</c> goes, and with <see cref="Keep"/> the local cloud's objects.</summary>
    public required DirectoryInfo Output { get; init; }

    /// <summary>Makes data, splits and tuning repeatable.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Whether the local cloud's folder stays (<c>cloud/</c> in <see cref="Output"/>) for a look at every object and
    /// job.</summary>
    public bool Keep { get; init; }

    /// <summary>The folder of the step scripts.</summary>
    public required DirectoryInfo Scripts { get; init; }

    /// <summary>The Python that runs them.</summary>
    public required string Python { get; init; }

    /// <summary>How the roles are spread over accounts.</summary>
    public AccountForm Accounts { get; init; } = AccountForm.Single;

    /// <summary>The one chapter to play, with what it needs before; null plays all.</summary>
    public string? Only { get; init; }

    /// <summary>
    /// A folder with the results of steps that ran before on the same scripts and data: those steps don't run again. Null runs
    /// every step.
    /// </summary>
    public DirectoryInfo? Records { get; init; }

    /// <summary>
    /// The folder of the functions' packages (<c>./mlops package</c>), which run as processes then; null runs the functions in this
    /// process.
    /// </summary>
    public DirectoryInfo? Packages { get; init; }

    /// <summary>Who decides about the first version and about what tuning registered; as the scenario has it by default.</summary>
    public IDataScientist DataScientist { get; init; } = new PlayedDataScientist();

    /// <summary>Draws the loop as a stack declares it, as SVG whose badges name the loop's rows; no picture by default.</summary>
    public Func<EvaluatedStack, Settings, string>? DrawLoop { get; init; }

    /// <summary>Changes what the stack declares before it is deployed (null: leaves it out); for planted faults.</summary>
    internal Func<DeclaredResource, DeclaredResource?> Change { get; init; } = resource => resource;

    /// <summary>Whether the chapters after one with a failed check are left out.</summary>
    internal bool StopsAtFailure { get; init; }

    /// <summary>How many trials the tuning job makes (1 to 500).</summary>
    public int TuningJobs { get; init; } = 4;

    /// <summary>The commit that is rehearsed; stands in the report.</summary>
    public string Commit { get; init; } = "unknown";

    /// <summary>What checks data quality.</summary>
    internal DataQualityEngine Engine =>
        Configured is { } own ? Enum.Parse<DataQualityEngine>(own.Model.DataQuality.Engine) : DataQualityEngine.Script;

    /// <summary>
    /// A script that the rehearsal itself needs: the one in <see cref="Scripts"/>, or the project's own where a model's folder has
    /// none.
    /// </summary>
    internal string Script(params string[] path)
    {
        var own = Path.Combine([Scripts.FullName, .. path]);
        return Configured is { } model && !File.Exists(own) ? Path.Combine([model.Project.FullName, "scripts", .. path]) : own;
    }
}
