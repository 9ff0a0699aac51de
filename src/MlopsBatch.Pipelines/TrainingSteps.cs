using System.Globalization;
using System.Text.Json;
using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Pipelines;

/// <summary>The steps that training and training with HPO share, in their order.</summary>
internal sealed class TrainingSteps
{
    private readonly PipelineContext _context;
    private readonly ProcessingStep _preProcess;

    public TrainingSteps(ModelProject project)
    {
        _context = new PipelineContext(project, project.DefaultTrainingKey ?? project.Layout.TrainingData.Prefix);
        _preProcess = PreProcess();
    }

    /// <summary>What trains a model: a training job, or each of a tuning job's trials.</summary>
    /// <param name="searched">Hyperparameters that a tuning job sets.</param>
    public TrainingJob Job(IEnumerable<string> searched) =>
        new()
        {
            Settings = _context.Settings,
            Cluster = _context.Training,
            ImageUri = _context.Image,
            MaxRuntimeInSeconds = _context.Project.TimeLimits.TrainingSeconds,
            Channels =
            [
                new("code", _context.Layout.Scripts.UriOf(_context.Project.Lineage.ScriptsHash, S3Layout.SourceArchive)),
                new("preprocessor", _preProcess.Output("preprocessor")),
                new("train", _preProcess.Output("train")),
                new("validation", _preProcess.Output("validation")),
            ],
            OutputPath = PipelineContext.Here(_context.Layout.TrainingModels),
            Hyperparameters = Hyperparameters(searched),
            Metrics = [.. Metric.All.Where(metric => metric.ProblemType == _context.Project.Metric.ProblemType)],
        };

    /// <summary>Trains with the approved, fixed hyperparameters.</summary>
    public TrainingStep TrainFixed() => new(StepNames.Training, "Trains the model with the approved hyperparameters.", Job(searched: []));

    /// <summary>What an evaluation compares the best trial with.</summary>
    public TuningResult BesideFixed(TrainingStep train) =>
        new(train.ModelArtifacts, Text.Of($"{PipelineContext.Here(_context.Layout.TrainingModels)}/"));

    /// <summary>The whole definition, around the steps that train.</summary>
    /// <param name="kind">Which pipeline it is.</param>
    /// <param name="train">The steps that train.</param>
    /// <param name="model">URI of the archive that they leave.</param>
    /// <param name="tuning">After a tuning: what it is compared with.</param>
    public PipelineDefinition Complete(PipelineKind kind, IReadOnlyList<Step> train, Value<string> model, TuningResult? tuning)
    {
        var dataQuality = DataQualitySteps.MakeBaseline(_context, _preProcess.Output("baseline"));
        var evaluation = new Evaluation(_context, model, tuning, _preProcess.Output("test"));
        var condition = new ConditionStep(
            StepNames.MetricCondition,
            "Registers the model only if its metric meets the threshold and beats the naive baseline beyond chance.",
            evaluation.IsGoodEnough
        )
        {
            IfSteps = [Registration.Step(_context, kind, evaluation, dataQuality)],
            ElseSteps = [evaluation.BelowThreshold()],
        };
        return new PipelineDefinition([_preProcess, dataQuality.Step, .. train, evaluation.Step, condition]);
    }

    private ProcessingStep PreProcess()
    {
        var project = _context.Project;
        return new ProcessingStep(
            StepNames.TrainingPreProcess,
            "Splits the training data and fits the preprocessing on its training part.",
            _context.Script(
                ScriptNames.TrainingPreProcessing,
                _context.Processing,
                [
                    _context.TargetOption,
                    _context.HeaderOption,
                    _context.RecordIdOption,
                    .. Format(project.Data),
                    ("--problem-type", project.Metric.ProblemType == ProblemType.Regression ? "regression" : "classification"),
                    ("--seed", project.Seed.ToString(CultureInfo.InvariantCulture)),
                ],
                [new("raw", _context.InputUri)],
                [Processed("train"), Processed("validation"), Processed("test"), Processed("preprocessor"), Processed("baseline")]
            )
        );
    }

    /// <summary>Options that say how the files differ from the default; what is the default is left out.</summary>
    private static IEnumerable<(string Name, Value<string>? Value)> Format(DataFormat data) =>
        [
            .. Lists("--exclude", data.Exclude),
            .. Lists("--missing", data.Missing),
            ("--separator", data.Separator == "," ? null : (Value<string>)data.Separator),
            ("--decimal", data.Decimal == "." ? null : (Value<string>)data.Decimal),
            ("--positive-class", data.PositiveClass is null ? null : (Value<string>)data.PositiveClass),
        ];

    /// <summary>A list as an option that is repeated where one argument of the container can't hold all of it.</summary>
    private static IEnumerable<(string Name, Value<string>? Value)> Lists(string option, IReadOnlyList<string> words)
    {
        List<string> part = [];
        foreach (var word in words)
        {
            if (part.Count > 0 && Encoded([.. part, word]).Length > ProcessingJob.ArgumentLength)
            {
                yield return (option, Encoded(part));
                part = [];
            }

            part.Add(word);
        }

        if (part.Count > 0)
        {
            yield return (option, Encoded(part));
        }

        static string Encoded(IEnumerable<string> part) => Json.Array(part).ToJsonString(Json.Compact);
    }

    private ProcessingOutput Processed(string name) => new(name, PipelineContext.Here(_context.Layout.TrainingProcessed, name));

    /// <summary>
    /// Values as SageMaker's training toolkit expects them: JSON, so strings have quotes. The container is isolated from
    /// the network, so it finds its code in the code channel and not by an S3 URI.
    /// </summary>
    private Dictionary<string, string> Hyperparameters(IEnumerable<string> searched)
    {
        var seed = _context.Project.Seed.ToString(CultureInfo.InvariantCulture);
        var values = new Dictionary<string, string> { ["seed"] = seed };
        foreach (var (name, value) in _context.Project.Hyperparameters)
        {
            values[name] = Encoded(value);
        }

        foreach (var name in searched)
        {
            values.Remove(name);
        }

        values["sagemaker_program"] = Quoted(ScriptNames.Training);
        values["sagemaker_submit_directory"] = Quoted($"{ContainerPaths.TrainingInput}/code/{S3Layout.SourceArchive}");
        values["sagemaker_container_log_level"] = "20";
        values["sagemaker_region"] = Quoted(_context.Project.Region);
        return values;
    }

    private static string Encoded(string value) =>
        value is "true" or "false" || double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? value
            : Quoted(value);

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
