using MlopsBatch.Configuration;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Progress;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>Training data arrives: a version is registered, and the data scientist is told.</summary>
internal sealed class TrainingChapter : IChapter
{
    public const string Id = "training";

    public string Name => Id;

    public string Title => "data arrives, a version is registered, people are told";

    public IReadOnlyList<string> Needs => [];

    public IReadOnlyList<string> Rows => ["L1", "L2", "L3"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var (cloud, data) = (stage.Cloud, stage.Data);
        var builder = cloud.Home(AccountRole.Build);
        var key = builder.Layout.TrainingData.Key(Path.GetFileName(data.Files.Training));
        var seen = await stage.DoAsync(() => builder.Upload(key, data.PathOf(data.Files.Training)), cancellation);
        var training = seen.Execution(PipelineKind.Training);
        stage.Expect(
            "L1",
            "the arrival of training data starts the training pipeline by itself",
            training is not null,
            training is null ? "no execution" : $"started by {training.Trigger}"
        );
        if (training?.Steps.Any(step => step.Name == StepNames.MetricBelowThreshold) == true)
        {
            stage.Say(
                $"no model of these rows beats the threshold {Sentence.Number(data.Threshold)}: try more training data, "
                    + "or another --threshold or --seed"
            );
        }

        var version = training?.ModelVersion is { } number ? cloud.Registry.Version(number) : null;
        var registered = stage.Expect(
            "L2",
            "the model beats the threshold and the naive baseline and is registered for approval",
            version?.Status == ModelPackage.Pending,
            version is null
                ? training is null
                    ? "no version was registered"
                    : training.Ending()
                : $"version {version.Version}, {version.Status}{Sentence.Of(training!)}"
        );
        if (!registered)
        {
            return false;
        }

        stage.ExpectMail(
            "L3",
            "the responsible data scientist is told, with the ways to decide",
            seen,
            RehearsalStack.DataScientist,
            "approve"
        );
        stage.First = version!.Version;
        return true;
    }
}
