using System.Text.RegularExpressions;

namespace MlopsBatch.Pipelines.Names;

/// <summary>
/// What a model's three pipelines are called. Always lower case: SageMaker writes pipeline ARNs in lower case in some
/// events and as given in others, and only a lower-case name is the same in both.
/// </summary>
public sealed partial record PipelineNames
{
    private readonly string _training;
    private readonly string _trainingWithHpo;
    private readonly string _batchInference;

    /// <summary>Takes three names; each is put into lower case.</summary>
    /// <exception cref="ArgumentException">A name is not 1 to 256 letters, digits and single hyphens.</exception>
    public PipelineNames(string training, string trainingWithHpo, string batchInference)
    {
        _training = Checked(training);
        _trainingWithHpo = Checked(trainingWithHpo);
        _batchInference = Checked(batchInference);
    }

    public string Training
    {
        get => _training;
        init => _training = Checked(value);
    }

    public string TrainingWithHpo
    {
        get => _trainingWithHpo;
        init => _trainingWithHpo = Checked(value);
    }

    public string BatchInference
    {
        get => _batchInference;
        init => _batchInference = Checked(value);
    }

    /// <summary>The names a model gets unless its configuration gives others: <c>{model}-training</c> and so on.</summary>
    public static PipelineNames For(string model) =>
        new(
            $"{model}-{PipelineKind.Training.Slug()}",
            $"{model}-{PipelineKind.TrainingWithHpo.Slug()}",
            $"{model}-{PipelineKind.BatchInference.Slug()}"
        );

    public string this[PipelineKind kind] =>
        kind switch
        {
            PipelineKind.Training => Training,
            PipelineKind.TrainingWithHpo => TrainingWithHpo,
            PipelineKind.BatchInference => BatchInference,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of pipeline."),
        };

    /// <summary>Which of the three pipelines has this name, in whatever case; null if none has.</summary>
    public PipelineKind? KindOf(string pipelineName)
    {
        foreach (var kind in Enum.GetValues<PipelineKind>())
        {
            if (string.Equals(this[kind], pipelineName, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }

    private static string Checked(string name) =>
        Allowed().IsMatch(name)
            ? name.ToLowerInvariant()
            : throw new ArgumentException(
                $"Pipeline name \"{name}\": needs 1 to 256 letters, digits and hyphens, starting and ending with a letter or digit."
            );

    // PipelineName in SageMaker's API reference.
    [GeneratedRegex("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,255}\\z")]
    private static partial Regex Allowed();
}
