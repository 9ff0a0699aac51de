using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>What a change of a version leads to, and what its mail says of it.</summary>
public sealed class VersionMailTests
{
    private static readonly Scene Scene = Rig.Scene;

    [Theory]
    [InlineData(ApprovalStatuses.Approved, 5, 6, "version 6 stays deployed")]
    [InlineData(ApprovalStatuses.Approved, 7, null, "first to be deployed")]
    [InlineData(ApprovalStatuses.Rejected, 5, 6, "version 6 stays deployed")]
    [InlineData(ApprovalStatuses.Rejected, 7, 6, "version 6 is the approved one")]
    [InlineData(ApprovalStatuses.Rejected, 7, null, "no version is approved")]
    public async Task A_decision_says_what_follows(string status, int version, int? other, string follows)
    {
        var mail = await new Rig
        {
            Registry = new StubRegistry { Approved = other is { } number ? [Table.Version(number, "5")] : [] },
        }.MailOfAsync(EventTemplates.Version(Scene, version, status, updated: [UpdatedFields.ApprovalStatus]));
        mail.Subject.ShouldEndWith(follows);
    }

    [Fact]
    public async Task A_version_that_waits_for_its_review_is_not_what_gets_deployed()
    {
        var rig = new Rig { Registry = new StubRegistry { Approved = [Table.Version(8, "3", isTuned: true), Table.Version(6, "5")] } };
        (
            await rig.MailOfAsync(EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved, updated: [UpdatedFields.ApprovalStatus]))
        ).Subject.ShouldEndWith("replaces version 6");
    }

    [Fact]
    public async Task An_approval_without_its_review_is_announced_as_held_back()
    {
        var tuned = EventTemplates.Metadata(Scene, "3", isTuned: true);
        var held = await new Rig().MailOfAsync(
            EventTemplates.Version(Scene, 8, ApprovalStatuses.Approved, tuned, [UpdatedFields.ApprovalStatus])
        );
        held.Subject.ShouldBe("abalone version 8 approved: held back until its review is named");
        held.Body.ShouldContain("Review: none named");
        var open = await new Rig().MailOfAsync(
            EventTemplates.Version(Scene, 8, ApprovalStatuses.Approved, tuned, [UpdatedFields.ApprovalStatus], "Review: MRB-7")
        );
        open.Body.ShouldContain("Review: MRB-7");
        open.Subject.ShouldEndWith("first to be deployed");
    }

    [Fact]
    public async Task A_pipeline_may_register_a_version_as_rejected()
    {
        var mail = await new Rig().MailOfAsync(EventTemplates.Version(Scene, 7, ApprovalStatuses.Rejected));
        mail.Kind.ShouldBe(MailKinds.VersionRegistered);
        mail.Body.ShouldStartWith("Version 7 of model abalone was registered as rejected.");
    }

    [Fact]
    public async Task A_rejection_may_come_without_saying_what_changed()
    {
        var e = EventTemplates.Version(Scene, 7, ApprovalStatuses.Rejected);
        EventTemplates.Detail(e)["LastModifiedTime"] = "2026-11-19T14:03:10Z";
        (await new Rig().MailOfAsync(e)).Kind.ShouldBe(MailKinds.VersionRejected);
    }

    [Fact]
    public async Task A_registry_that_cant_be_asked_doesnt_stop_the_mail()
    {
        var rig = new Rig
        {
            Registry = new StubRegistry { Failure = new LookupException("SageMaker refused to list: ThrottlingException: Rate exceeded") },
        };
        (await rig.MailOfAsync(EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending))).Body.ShouldContain(
            "Approved now: not known. SageMaker refused to list: ThrottlingException: Rate exceeded"
        );
    }
}
