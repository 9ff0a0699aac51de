using System.Text.Json.Nodes;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>What counts as the same change: the words and the order of decisions, not the second in which they were made.</summary>
public sealed class RecentChangesTests
{
    [Fact]
    public async Task An_event_that_comes_twice_deploys_once()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Approved);
        await rig.HandleAsync(Decisions.Approved);
        rig.GitLab.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_event_for_one_change_deploys_nothing()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Approved);
        await rig.HandleAsync(Again(Decisions.Approved, "another-event"));
        rig.GitLab.Requests.Count.ShouldBe(1);
        rig.Outcome.ShouldBe("duplicate");
    }

    [Fact]
    public async Task Approve_reject_approve_within_a_second_ends_with_the_last()
    {
        var rig = new Rig();
        await rig.HandleAsync(Again(Decisions.Approved, "first"));
        await rig.HandleAsync(Again(With(Decisions.Approved, "ModelApprovalStatus", ApprovalStatuses.Rejected), "second"));
        await rig.HandleAsync(Again(Decisions.Approved, "third"));
        rig.Audit.Events.Select(e => e.Detail.ApprovalStatus).ShouldBe(["Approved", "Rejected", "Approved"]);
        rig.GitLab.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_review_named_in_the_second_of_the_approval_rolls_out()
    {
        var rig = new Rig();
        var refused = Decisions.Tuned([UpdatedFields.ApprovalStatus], null, null);
        await rig.HandleAsync(Again(With(refused, "ApprovalDescription", "fine"), "first"));
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentRefused);

        var named = Decisions.Tuned([UpdatedFields.ApprovalDescription], "Review: MRB-7", null);
        await rig.HandleAsync(Again(named, "second"));
        rig.Audit.Events[^1].DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
    }

    [Fact]
    public async Task What_failed_for_good_is_tried_when_the_event_comes_again()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(403, "{}"), StubGitLab.Answer(201, StubGitLab.Created)) };
        await rig.HandleAsync(Decisions.Approved);
        rig.Outcome.ShouldBe("failed");
        await rig.HandleAsync(Decisions.Approved);
        rig.Outcome.ShouldBe("triggered");
    }

    // GitLab's pipeline may have failed meanwhile, and its event is handed in again by hand.
    [Fact]
    public async Task What_was_triggered_is_triggered_again_when_its_event_comes_after_a_while()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Approved);
        rig.Time.Advance(TimeSpan.FromMinutes(9));
        await rig.HandleAsync(Decisions.Approved);
        rig.Outcome.ShouldBe("duplicate");

        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.HandleAsync(Decisions.Approved);
        rig.Outcome.ShouldBe("triggered");
        await rig.HandleAsync(Decisions.Approved);
        rig.Outcome.ShouldBe("duplicate");
    }

    // Setting the status anew says so at another time.
    [Fact]
    public async Task An_approval_that_is_repeated_after_a_failed_deployment_deploys()
    {
        var rig = new Rig();
        await rig.HandleAsync(Again(Decisions.Approved, "first"));
        await rig.HandleAsync(Again(With(Decisions.Approved, "LastModifiedTime", "2026-11-19T14:05:11Z"), "second"));
        rig.Audit.Events.Select(e => e.DetailType).ShouldBe([DetailTypes.DeploymentTriggered, DetailTypes.DeploymentTriggered]);
    }

    [Theory]
    [InlineData("Review: MRB-0000")]
    [InlineData("Review: <REVIEW-REFERENCE>")]
    [InlineData("Review: pending")]
    [InlineData("no review: not needed")]
    public async Task A_command_pasted_unchanged_is_refused_with_what_is_wanted(string description)
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Tuned([UpdatedFields.ApprovalStatus], description, null));
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentRefused);
        rig.Audited.Detail.Reason!.ShouldContain("is none, it needs a reference with a digit that isn't zero");
        ((string)rig.LastLine["level"]!).ShouldBe("Warning");
    }

    private static JsonObject Again(JsonNode e, string id)
    {
        var copy = e.DeepClone().AsObject();
        copy["id"] = id;
        return copy;
    }

    private static JsonObject With(JsonNode e, string member, string value)
    {
        var copy = e.DeepClone().AsObject();
        copy["detail"]![member] = value;
        return copy;
    }
}
