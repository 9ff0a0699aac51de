using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>Which batch it is about stands in every mail of a failure or a drift.</summary>
public sealed class BatchTests
{
    private static readonly Scene Scene = Rig.Scene;

    private static readonly string Batch = Scene.Layout.InferenceData.Key("batch-2026-11-20.csv");

    private static readonly StubObjects Drift = new(
        (
            Scene.Layout.DataQuality.Key(Scene.ExecutionId, S3Layout.ConstraintViolations),
            """{"violations":[{"feature_name":"length","constraint_check_type":"missing_column_check"}]}"""
        )
    );

    [Theory]
    [InlineData(StepNames.DataPreProcessing)]
    [InlineData(StepNames.ModelQualityViolation)]
    [InlineData(StepNames.NoApprovedModel)]
    public async Task A_failure_names_its_batch(string step)
    {
        var mail = await new Rig { Executions = StubExecutions.FailedAt(new FailedStep(step, "x")) }.MailOfAsync(
            EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Failed)
        );
        mail.Body.ShouldContain($"Input: {Batch}\n");
    }

    [Fact]
    public async Task A_batch_that_cant_be_looked_up_is_told_as_such()
    {
        var mail = await new Rig
        {
            Executions = new StubExecutions { Unavailable = new LookupException("SageMaker is away.") },
        }.MailOfAsync(EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Failed));
        mail.Body.ShouldContain("Input: not known. SageMaker is away.\n");
    }

    [Fact]
    public async Task A_drift_names_its_batch()
    {
        var mail = await new Rig { Objects = Drift }.MailOfAsync(EventTemplates.Violations(Scene));
        mail.Body.ShouldContain($"Input: {Batch}\nPipeline: {Scene.Pipelines.BatchInference}\n");
        mail.Subject.ShouldStartWith("abalone: data drift in 1 feature");
    }

    [Fact]
    public async Task The_drift_of_a_training_reads_as_such()
    {
        var key = Scene.Layout.TrainingData.Key("training-data.csv");
        var mail = await new Rig
        {
            Objects = Drift,
            Executions = new StubExecutions { Inputs = new() { [PipelineKind.Training] = key } },
        }.MailOfAsync(EventTemplates.Violations(Scene));
        mail.Kind.ShouldBe(MailKinds.DataDrift);
        mail.Subject.ShouldStartWith("abalone: training data drifted in 1 feature");
        mail.Body.ShouldContain($"Input: {key}\nPipeline: {Scene.Pipelines.Training}\n");
        mail.Body.ShouldNotContain("batch");
        mail.Body.ShouldNotContain("scored");
    }

    [Fact]
    public async Task A_drift_whose_run_cant_be_looked_up_is_told_all_the_same()
    {
        var mail = await new Rig
        {
            Objects = Drift,
            Executions = new StubExecutions { Unavailable = new LookupException("SageMaker is away.") },
        }.MailOfAsync(EventTemplates.Violations(Scene));
        mail.Kind.ShouldBe(MailKinds.DataDrift);
    }
}
