using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>What a mail says fits how the state was reached, and the figures that it compares.</summary>
public sealed class FittingWordsTests
{
    private static readonly Scene Scene = Rig.Scene;

    private static readonly StubRegistry Version6Approved = new() { Approved = [Table.Version(6, "5.1034")] };

    [Fact]
    public async Task A_decision_taken_back_says_what_stays_deployed()
    {
        var mail = await Reopened(Version6Approved);
        mail.Kind.ShouldBe(MailKinds.VersionRegistered);
        mail.Subject.ShouldStartWith("Approve or reject abalone version 7 again");
        mail.Body.ShouldContain("was taken back");
        mail.Body.ShouldContain(
            "No deployment starts now: if it is deployed, it stays so until the next deployment, which takes version 6"
        );
        mail.Body.ShouldContain("If you reject it: version 6 is deployed");
        mail.Body.ShouldNotContain("nothing changes.");
        var none = await Reopened(new StubRegistry());
        none.Body.ShouldContain("puts batch inference on hold");
        none.Body.ShouldNotContain("first version to be deployed");

        static Task<Mail> Reopened(StubRegistry registry) =>
            new Rig { Registry = registry }.MailOfAsync(
                EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending, updated: [UpdatedFields.ApprovalStatus])
            );
    }

    [Fact]
    public async Task The_rejection_of_a_version_that_was_never_deployed_promises_no_change()
    {
        var mail = await new Rig { Registry = Version6Approved }.MailOfAsync(
            EventTemplates.Version(Scene, 7, ApprovalStatuses.Rejected, updated: [UpdatedFields.ApprovalStatus])
        );
        mail.Subject.ShouldBe("abalone version 7 rejected: version 6 is the approved one");
        mail.Body.ShouldContain("If it never was, version 6 stays deployed.");
    }

    [Fact]
    public async Task Figures_of_different_metrics_are_not_compared()
    {
        var other = new Dictionary<string, string>(EventTemplates.Metadata(Scene, "0.91")) { [MetadataKeys.Metric] = "r2" };
        var mail = await new Rig
        {
            Registry = new StubRegistry { Approved = [new ModelVersion(Scene.VersionArn(6), 6, null, other)] },
        }.MailOfAsync(EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending));
        mail.Subject.ShouldNotContain("version 6 has");
        mail.Subject.ShouldContain("(threshold 10)");
        mail.Body.ShouldContain("Approved now: version 6, r2 0.91");
    }

    [Theory]
    [InlineData("10.0000001", "mse >10, threshold 10 (")]
    [InlineData("9.9999999999", "mse <10, threshold 10 (")]
    [InlineData("10.0", "mse 10, threshold 10 (")]
    [InlineData("12.345678", "mse 12.35, threshold 10 (")]
    public async Task A_figure_near_its_threshold_shows_the_digits_that_decide(string value, string words)
    {
        var mail = await new Rig
        {
            Executions = StubExecutions.FailedAt(new FailedStep(StepNames.ModelQualityViolation, "x")),
            Objects = new StubObjects(
                (
                    Scene.Layout.ModelQuality.Key(Scene.ExecutionId, S3Layout.ModelQualityReport),
                    $$"""{"value":{{value}},"threshold":10.0,"metric":"mse"}"""
                )
            ),
        }.MailOfAsync(EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Failed));
        mail.Body.ShouldContain(words);
    }

    [Fact]
    public async Task A_version_that_needs_a_review_has_one_instruction_for_the_description()
    {
        var mail = await new Rig().MailOfAsync(
            EventTemplates.Version(Scene, 8, ApprovalStatuses.Pending, EventTemplates.Metadata(Scene, "3.9", isTuned: true))
        );
        mail.Body.ShouldContain($"To approve, put the review's reference in place of {ReviewGate.Placeholder}");
        mail.Body.ShouldContain("If you approve it and name its review:");
        mail.Body.ShouldNotContain("Put your reason in place of the text in quotes.");
    }
}
