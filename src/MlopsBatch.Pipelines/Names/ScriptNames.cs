using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Names;

/// <summary>The files of the data scientist's steps that the definitions run.</summary>
public static class ScriptNames
{
    public const string TrainingPreProcessing = "training_preprocessing.py";

    /// <summary>Also the entry point of the serving container.</summary>
    public const string Training = "training.py";

    public const string Evaluation = "evaluation.py";
    public const string ScoringPreProcessing = "scoring_preprocessing.py";
    public const string DataCheckPreProcessing = "data_check_preprocessing.py";
    public const string ModelQuality = "model_quality.py";
    public const string DataQuality = "data_quality.py";

    public static IReadOnlyList<string> All { get; } =
    [TrainingPreProcessing, Training, Evaluation, ScoringPreProcessing, DataCheckPreProcessing, ModelQuality, DataQuality];

    /// <summary>Those that the definitions run: with Model Monitor, the data quality check is AWS's own.</summary>
    public static IReadOnlyList<string> For(DataQualityEngine engine) =>
        engine == DataQualityEngine.Script ? All : [.. All.Where(name => name != DataQuality)];
}
