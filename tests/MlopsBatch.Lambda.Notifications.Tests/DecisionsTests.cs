using System.Text.Json.Nodes;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>What the table's rows leave open: near misses, several causes, other accounts.</summary>
public sealed class DecisionsTests
{
    private static readonly Scene Scene = Rig.Scene;

    public static TheoryData<string, JsonObject> Silent =>
        new()
        {
            { "an execution that begins", EventTemplates.Execution(Scene, PipelineKind.Training, ExecutionStatuses.Executing) },
            { "an execution that succeeded", EventTemplates.Execution(Scene, PipelineKind.Training, ExecutionStatuses.Succeeded) },
            {
                "a step without custom message",
                EventTemplates.Step(Scene, PipelineKind.Training, StepNames.Training, ExecutionStatuses.Failed, "x")
            },
            {
                "an approved version whose metadata changed",
                EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved, updated: [UpdatedFields.CustomerMetadata])
            },
            {
                "a pending version whose description changed",
                EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending, updated: [UpdatedFields.ApprovalDescription])
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task Some_events_are_understood_and_give_no_mail(string what, JsonObject e)
    {
        var rig = new Rig();
        await rig.SendAsync(e);
        rig.Mails.ShouldBeEmpty(what);
        rig.Outcome.ShouldBe("ignored");
        ((string)rig.Log[^1]["message"]!).ShouldStartWith("No mail: ");
    }

    [Fact]
    public async Task An_empty_list_of_violations_gives_no_mail()
    {
        var rig = new Rig { Objects = Violations("""{"violations":[]}""") };
        await rig.SendAsync(EventTemplates.Violations(Scene));
        rig.Mails.ShouldBeEmpty();
        rig.Outcome.ShouldBe("ignored");
    }

    [Theory]
    [InlineData("{", "malformed")]
    [InlineData("{}", "no list")]
    [InlineData("""{"violations":5}""", "malformed")]
    [InlineData("null", "no list")]
    public async Task A_malformed_violations_file_is_told_to_the_operators(string content, string problem)
    {
        var mail = await new Rig { Objects = Violations(content) }.MailOfAsync(EventTemplates.Violations(Scene));
        mail.Topic.ShouldBe(MailTopic.Operations);
        mail.Kind.ShouldBe(MailKinds.UnreadableViolations);
        mail.Body.ShouldContain(problem);
    }

    [Fact]
    public async Task Drift_distances_become_metrics()
    {
        var rig = new Rig
        {
            Objects = Violations(
                """{"violations":[{"feature_name":"length","constraint_check_type":"baseline_drift_check","description":"distance 0.31 exceeds threshold 0.1"}]}"""
            ),
        };
        await rig.SendAsync(EventTemplates.Violations(Scene));
        var line = rig.Log[0];
        ((double)line[FunctionMetrics.DriftDistance]!).ShouldBe(0.31);
        ((string)line[FunctionMetrics.ModelDimension]!).ShouldBe("abalone");
        ((string)line[FunctionMetrics.FeatureDimension]!).ShouldBe("length");
        line["_aws"]!["CloudWatchMetrics"]![0]!["Dimensions"]![0]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Hundreds_of_drifted_features_make_one_readable_mail()
    {
        var violations = string.Join(
            ',',
            Enumerable
                .Range(0, 300)
                .Select(i =>
                    $$"""{"feature_name":"f{{i}}","constraint_check_type":"baseline_drift_check","description":"distance 0.{{i + 100}} exceeds threshold 0.1"}"""
                )
        );
        var mail = await new Rig { Objects = Violations($$"""{"violations":[{{violations}}]}""") }.MailOfAsync(
            EventTemplates.Violations(Scene)
        );
        mail.Subject.ShouldStartWith("abalone: data drift in 300 features: f299 (0.399), f298");
        mail.Body.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)).ShouldBe(50);
        mail.Body.ShouldContain("and 250 more");
        mail.Metrics.Count.ShouldBe(50);
    }

    [Fact]
    public async Task A_verdict_and_a_crash_in_one_execution_are_both_told()
    {
        var mail = await new Rig
        {
            Executions = StubExecutions.FailedAt(
                new FailedStep(StepNames.DataQualityCheck, "AlgorithmError: no baseline"),
                new FailedStep(StepNames.ModelQualityViolation, "mse is 14")
            ),
        }.MailOfAsync(EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Failed));
        mail.Topic.ShouldBe(MailTopic.Quality);
        mail.Body.ShouldContain(
            "Something else failed in the same execution:\n\nStep: DataQualityCheckStep\nReason: AlgorithmError: no baseline\n"
        );
        mail.Body.ShouldContain("Reason: mse is 14");
        mail.Body.ShouldContain("Report: not read. S3 refused");
    }

    // The public sample started the expensive search for hyperparameters on any failure of the quality step.
    [Fact]
    public async Task A_crashed_quality_check_is_an_operations_mail()
    {
        var mail = await new Rig
        {
            Executions = StubExecutions.FailedAt(new FailedStep(StepNames.ModelQualityCalculation, "no capacity")),
        }.MailOfAsync(EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Failed));
        mail.Topic.ShouldBe(MailTopic.Operations);
        mail.Kind.ShouldBe(MailKinds.ExecutionFailed);
    }

    [Fact]
    public async Task Several_failed_steps_are_all_listed()
    {
        var mail = await new Rig
        {
            Executions = StubExecutions.FailedAt(new FailedStep("A", "a"), new FailedStep("B", null), new FailedStep("C", "c")),
        }.MailOfAsync(EventTemplates.Execution(Scene, PipelineKind.Training, ExecutionStatuses.Failed));
        mail.Subject.ShouldBe("abalone: training failed at A and 2 more");
        mail.Body.ShouldContain("Step: B\nReason: SageMaker gives none");
    }

    [Fact]
    public async Task Without_retraining_the_mail_doesnt_promise_it()
    {
        var model = Scene.ModelSettings with { RetrainOnViolation = false };
        var mail = await new Rig
        {
            Settings = Scene.Settings with { Models = [model] },
            Executions = StubExecutions.FailedAt(new FailedStep(StepNames.ModelQualityViolation, "mse is 14")),
        }.MailOfAsync(EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Failed));
        mail.Body.ShouldContain("Nothing starts by itself here.");
    }

    [Fact]
    public async Task What_belongs_to_no_model_is_told_all_the_same()
    {
        var scene = Scene with { Model = "stranger" };
        var execution = await new Rig().MailOfAsync(EventTemplates.Execution(scene, PipelineKind.Training, ExecutionStatuses.Failed));
        execution.Model.ShouldBeNull();
        execution.Subject.ShouldBe("Pipeline stranger-training failed");
        (await new Rig().MailOfAsync(EventTemplates.Version(scene, 3, ApprovalStatuses.Pending))).Model.ShouldBeNull();
    }

    [Fact]
    public async Task A_batch_of_dead_letters_gives_a_mail_each()
    {
        var e = EventTemplates.DeadLetter(Scene, "{}");
        e.Add(EventTemplates.DeadLetter(Scene, "not JSON")[0]!.DeepClone());
        var rig = new Rig();
        await rig.SendAsync(e);
        rig.Mails.Count.ShouldBe(2);
        rig.Mails[1].Body.ShouldContain("THE EVENT\nnot JSON");
    }

    // A pipe deletes what was mailed: the mail and the log must hold it, so that it can be put again.
    [Fact]
    public async Task A_dead_letter_from_a_pipe_is_mailed_and_logged_whole()
    {
        var dead = EventTemplates.ObjectCreated(Scene, Scene.Layout.InferenceData.Key("batch.csv")).ToJsonString();
        var batch = EventTemplates.DeadLetter(
            Scene,
            dead,
            new Dictionary<string, string>
            {
                ["ERROR_CODE"] = "NO_PERMISSIONS",
                ["TARGET_ARN"] = Scene.PipelineArn(PipelineKind.BatchInference),
            }
        );
        var rig = new Rig();
        await rig.SendAsync(batch);
        var mail = rig.Mails.ShouldHaveSingleItem();
        mail.Body.ShouldContain(dead);
        var logged = JsonNode.Parse(string.Concat(rig.Log.Select(line => (string?)line["rawEvent"])))!;
        ((string)logged[0]!["body"]!).ShouldBe(dead);
    }

    [Fact]
    public async Task A_dead_letter_that_cant_be_mailed_fails_so_that_it_stays_in_its_queue()
    {
        var rig = new Rig();
        rig.Mailer.Failure = new MailNotSentException("SNS refused the mail: KMSAccessDenied", new InvalidOperationException("inner"));
        await Should.ThrowAsync<MailNotSentException>(() =>
            rig.SendAsync(EventTemplates.DeadLetter(Scene, "{}"))
        );
    }

    [Theory]
    [InlineData("[]", "JSON Array")]
    [InlineData("""[{"eventSource":"aws:sqs"},{"eventSource":"aws:kinesis"}]""", "JSON Array")]
    [InlineData("""[{"eventSource":"aws:sqs","body":{}}]""", "isn't of the shape")]
    [InlineData("""{"Records":[{"eventSource":"aws:sqs","body":"{}"}]}""", "no mail is known")]
    public async Task A_batch_of_anything_else_is_not_understood(string batch, string reason)
    {
        var mail = await new Rig().MailOfAsync(JsonNode.Parse(batch)!);
        mail.Kind.ShouldBe(MailKinds.Unknown);
        mail.Body.ShouldContain(reason);
    }

    [Fact]
    public async Task Stopped_executions_are_told_with_notifyOn_all()
    {
        var rig = new Rig { Settings = Scene.Settings with { NotifyOn = NotifyOn.All } };
        (await rig.MailOfAsync(EventTemplates.Execution(Scene, PipelineKind.Training, ExecutionStatuses.Stopped))).Kind.ShouldBe(
            MailKinds.ExecutionStopped
        );
    }

    [Fact]
    public async Task Custom_messages_reach_their_step_only()
    {
        var settings = Scene.Settings with
        {
            Custom =
            [
                new CustomMessage
                {
                    StepName = StepNames.Training,
                    StepStatus = "Starting",
                    StepCustomMessage = "It begins.",
                },
            ],
        };
        var mail = await new Rig { Settings = settings }.MailOfAsync(
            EventTemplates.Step(Scene, PipelineKind.Training, StepNames.Training, "Starting")
        );
        mail.Body.ShouldStartWith("It begins.\n");
        var other = new Rig { Settings = settings };
        await other.SendAsync(EventTemplates.Step(Scene, PipelineKind.Training, StepNames.TrainingEvaluation, "Starting"));
        other.Mails.ShouldBeEmpty();
    }

    private static StubObjects Violations(string content) =>
        new((Scene.Layout.DataQuality.Key(Scene.ExecutionId, S3Layout.ConstraintViolations), content));
}
