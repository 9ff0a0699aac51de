namespace MlopsBatch.Pipelines.Storage;

/// <summary>
/// Where each of a model's objects lies in the bucket: <c>{bucketPrefix}/{model}/{kind}/{execution}/…</c>. The kind
/// stands before the execution, so that lifecycle rules can tell the kinds apart by prefix. No other code builds keys.
/// </summary>
public sealed record S3Layout
{
    /// <summary>Name of the file that lists the violations that a data quality check found.</summary>
    public const string ConstraintViolations = "constraint_violations.json";

    /// <summary>Name of the file that says how much drift the check could have seen.</summary>
    public const string Drift = "drift.json";

    public const string Statistics = "statistics.json";
    public const string Constraints = "constraints.json";
    public const string Evaluation = "evaluation.json";
    public const string ModelQualityReport = "model_quality.json";
    public const string ModelArchive = "model.tar.gz";
    public const string SourceArchive = "sourcedir.tar.gz";

    /// <param name="bucket">The bucket's name.</param>
    /// <param name="bucketPrefix">Slashes at its ends don't matter; may be empty.</param>
    /// <param name="model">The model's name.</param>
    public S3Layout(string bucket, string bucketPrefix, string model)
    {
        var trimmed = bucketPrefix.Trim('/');
        Root = trimmed.Length == 0 ? model : $"{trimmed}/{model}";
        Bucket = bucket;
        TrainingData = Folder("training/data/raw", LifecycleClass.Supplied, perExecution: false);
        TrainingProcessed = Folder("training/processed", LifecycleClass.Transient);
        TrainingModels = Folder("training/model", LifecycleClass.Kept);
        TrainingEvaluations = Folder("training/evaluation", LifecycleClass.Kept);
        InferenceData = Folder("batch-scoring/data/raw", LifecycleClass.Supplied, perExecution: false);
        GroundTruth = Folder("batch-scoring/data/ground-truth", LifecycleClass.Supplied, perExecution: false);
        BatchProcessed = Folder("batch-scoring/processed", LifecycleClass.Transient);
        BatchResults = Folder("batch-scoring/results", LifecycleClass.Kept);
        BatchCombined = Folder("batch-scoring/combined", LifecycleClass.Transient);
        DataQuality = Folder("monitoring/data-quality", LifecycleClass.Kept);
        ModelQuality = Folder("monitoring/model-quality", LifecycleClass.Kept);
        Scripts = Folder("scripts", LifecycleClass.Kept);
        Folders =
        [
            TrainingData,
            TrainingProcessed,
            TrainingModels,
            TrainingEvaluations,
            InferenceData,
            GroundTruth,
            BatchProcessed,
            BatchResults,
            BatchCombined,
            DataQuality,
            ModelQuality,
            Scripts,
        ];
    }

    public string Bucket { get; }

    /// <summary>What every key of the model starts with, without a slash at either end.</summary>
    public string Root { get; }

    /// <summary>Where training data is dropped.</summary>
    public S3Folder TrainingData { get; }

    /// <summary>The split and prepared data of each training.</summary>
    public S3Folder TrainingProcessed { get; }

    public S3Folder TrainingModels { get; }

    public S3Folder TrainingEvaluations { get; }

    /// <summary>Where batches to score are dropped.</summary>
    public S3Folder InferenceData { get; }

    /// <summary>Where the truth for a batch is dropped, under the batch's own file name.</summary>
    public S3Folder GroundTruth { get; }

    /// <summary>The prepared rows of each batch.</summary>
    public S3Folder BatchProcessed { get; }

    /// <summary>The predictions.</summary>
    public S3Folder BatchResults { get; }

    /// <summary>Features, predictions and truth side by side.</summary>
    public S3Folder BatchCombined { get; }

    /// <summary>Statistics, constraints and violations: a training's are the model version's baseline.</summary>
    public S3Folder DataQuality { get; }

    public S3Folder ModelQuality { get; }

    /// <summary>The step scripts, under their content hash.</summary>
    public S3Folder Scripts { get; }

    /// <summary>All folders; no two of them overlap.</summary>
    public IReadOnlyList<S3Folder> Folders { get; }

    /// <summary>
    /// An object that keeps the ground truth prefix non-empty: a processing job fails on an input without objects.
    /// </summary>
    public string GroundTruthMarkerKey => GroundTruth.Key(".marker");

    /// <summary>The folder that a key lies in; null for a key that is none of this model's.</summary>
    public S3Folder? FolderOf(string key) => Folders.FirstOrDefault(folder => folder.Contains(key));

    public bool Equals(S3Layout? other) => other is not null && Bucket == other.Bucket && Root == other.Root;

    public override int GetHashCode() => HashCode.Combine(Bucket, Root);

    private S3Folder Folder(string path, LifecycleClass lifecycle, bool perExecution = true) =>
        new(Bucket, $"{Root}/{path}", lifecycle, perExecution);
}
