using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>A version with new hyperparameters is rolled out only when it names its review.</summary>
public sealed class ReviewTests
{
    [Fact]
    public async Task An_approval_without_review_is_refused_and_told_how()
    {
        var rig = new Rig { Registry = new StubRegistry(Version(null)) };
        await rig.HandleAsync(Decisions.Tuned([UpdatedFields.ApprovalStatus]));
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentRefused);
        rig.Audited.Detail.Reason!.ShouldContain("names no review");
        rig.Audited.Detail.Mend!.ShouldContain("\"Review: <REVIEW-REFERENCE>\"");
        rig.Audited.Detail.Mend!.ShouldContain("reviewReference");
        rig.GitLab.Requests.ShouldBeEmpty();
        rig.Outcome.ShouldBe("refused");
        ((int)rig.LastLine["DeploysRefused"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_review_in_the_description_lets_the_version_through()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Tuned([UpdatedFields.ApprovalStatus, UpdatedFields.ApprovalDescription], "Review: MRB-7"));
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
        rig.Audited.Detail.ReviewReference.ShouldBe("MRB-7");
    }

    [Theory]
    [InlineData(UpdatedFields.ApprovalDescription, "Review: MRB-7", null)]
    [InlineData(UpdatedFields.CustomerMetadata, null, "MRB-7")]
    [InlineData(UpdatedFields.CustomerMetadata, "agreed on the phone", "MRB-7")]
    public async Task Adding_the_review_later_rolls_out(string updated, string? description, string? reference)
    {
        var rig = new Rig { Registry = new StubRegistry(Version(null)) };
        await rig.HandleAsync(Decisions.Tuned([UpdatedFields.ApprovalStatus]));
        var added = Decisions.Tuned([updated], description, reference);
        EventTemplates.Detail(added)["LastModifiedTime"] = "2026-11-19T15:00:00Z";
        await rig.HandleAsync(added);
        rig.Audit.Events.Select(e => e.DetailType).ShouldBe([DetailTypes.DeploymentRefused, DetailTypes.DeploymentTriggered]);
        rig.Audit.Events[1].Detail.ReviewReference.ShouldBe("MRB-7");
        rig.GitLab.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_description_without_a_review_is_refused_again()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Tuned([UpdatedFields.ApprovalDescription], "looks fine"));
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentRefused);
    }

    [Fact]
    public async Task Where_no_review_is_required_the_version_goes_through()
    {
        var rig = new Rig { Settings = Rig.Scene.Settings with { Models = [Rig.Scene.ModelSettings with { RequireReview = false }] } };
        await rig.HandleAsync(Decisions.Tuned([UpdatedFields.ApprovalStatus]));
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
    }

    [Fact]
    public async Task Rejecting_needs_no_review()
    {
        var rig = new Rig();
        var e = Decisions.Tuned([UpdatedFields.ApprovalStatus]);
        EventTemplates.Detail(e)["ModelApprovalStatus"] = ApprovalStatuses.Rejected;
        await rig.HandleAsync(e);
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
        rig.Registry.Asked.ShouldBe(0);
    }

    [Theory]
    [InlineData(null, DetailTypes.DeploymentRefused)]
    [InlineData("Review: MRB-7", DetailTypes.DeploymentTriggered)]
    public async Task The_registry_answers_what_the_event_leaves_open(string? description, string outcome)
    {
        var rig = new Rig { Registry = new StubRegistry(Version(description)) };
        var e = Decisions.Tuned([UpdatedFields.ApprovalStatus]);
        EventTemplates.Detail(e).Remove("CustomerMetadataProperties");
        await rig.HandleAsync(e);
        rig.Audited.DetailType.ShouldBe(outcome);
        rig.Registry.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task What_cant_be_answered_is_not_let_through()
    {
        var rig = new Rig();
        var e = Decisions.Tuned([UpdatedFields.ApprovalStatus]);
        EventTemplates.Detail(e).Remove("CustomerMetadataProperties");
        await Should.ThrowAsync<LookupException>(() => rig.HandleAsync(e));
        rig.GitLab.Requests.ShouldBeEmpty();
        rig.Outcome.ShouldBe("failed");
    }

    private static ModelVersion Version(string? description) =>
        new(Rig.Scene.VersionArn(8), 8, description, EventTemplates.Metadata(Rig.Scene, isTuned: true));
}
