using System.Text.Json.Nodes;
using CsCheck;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>Which events make GitLab deploy.</summary>
public sealed class FilterTests
{
    private static readonly Scene Scene = Rig.Scene;

    [Fact]
    public async Task An_approval_is_rolled_out()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Approved);
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
        rig.Audited.Detail.ShouldBe(
            new DeploymentDetail
            {
                Model = "abalone",
                ModelPackageGroup = "abalone",
                ModelPackageArn = Scene.VersionArn(7),
                ModelPackageVersion = 7,
                ApprovalStatus = ApprovalStatuses.Approved,
                Change = DeploymentChanges.RollOut,
                GitLabStatus = 201,
                GitLabPipelineId = 4711,
                GitLabPipelineUrl = "https://gitlab.example.com/group/model/-/pipelines/4711",
                GitLabProject = "group/model",
                GitLabRef = "main",
                CauseEventId = (string)Decisions.Approved["id"]!,
                DecidedAt = "2026-11-19T14:03:10Z",
            }
        );
        rig.Outcome.ShouldBe("triggered");
        ((int)rig.LastLine["DeploysTriggered"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_rejection_rolls_back()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Rejected);
        rig.Audited.Detail.Change.ShouldBe(DeploymentChanges.RollBack);
        rig.GitLab.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(ApprovalStatuses.Approved)]
    [InlineData(ApprovalStatuses.Rejected)]
    public async Task A_decision_without_UpdatedModelPackageFields_counts(string status)
    {
        var rig = new Rig();
        await rig.HandleAsync(EventTemplates.Version(Scene, 7, status));
        rig.Outcome.ShouldBe("triggered");
    }

    public static TheoryData<string, JsonObject> Ignored =>
        new()
        {
            { "waits for a decision", EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending) },
            { "waits for a decision", EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending, updated: [UpdatedFields.ApprovalStatus]) },
            {
                "neither the approval status nor the review changed",
                EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved, updated: [UpdatedFields.CustomerMetadata])
            },
            {
                "neither the approval status nor the review changed",
                EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved, updated: [UpdatedFields.ApprovalDescription])
            },
            {
                "neither the approval status nor the review changed",
                EventTemplates.Version(Scene, 7, ApprovalStatuses.Rejected, updated: ["ModelLifeCycle"])
            },
            {
                "neither the approval status nor the review changed",
                EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved, updated: [])
            },
            { "neither the approval status nor the review changed", Decisions.Tuned([UpdatedFields.CustomerMetadata]) },
            { "neither the approval status nor the review changed", Decisions.Tuned(["InferenceSpecification"], "Review: MRB-7", "MRB-7") },
            { "belongs to no model", EventTemplates.Version(Scene with { Model = "stranger" }, 7, ApprovalStatuses.Approved) },
        };

    [Theory]
    [MemberData(nameof(Ignored))]
    public async Task Other_changes_are_ignored(string why, JsonObject e)
    {
        var rig = new Rig();
        await rig.HandleAsync(e);
        rig.Outcome.ShouldBe("ignored");
        ((string)rig.LastLine["message"]!).ShouldContain(why);
        rig.GitLab.Requests.ShouldBeEmpty();
        rig.Audit.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_settings_any_group_is_ours()
    {
        var rig = new Rig { Settings = new LambdaSettings() };
        await rig.HandleAsync(Decisions.Approved);
        rig.Outcome.ShouldBe("triggered");
        rig.Audited.Detail.Model.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_event_twice_deploys_once_on_one_instance()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Approved);
        await rig.HandleAsync(Decisions.Approved);
        rig.Outcome.ShouldBe("duplicate");
        rig.GitLab.Requests.Count.ShouldBe(1);
        rig.Audit.Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_event_for_the_same_change_deploys_once_too()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Approved);
        var other = Decisions.Approved;
        other["id"] = "another-id";
        await rig.HandleAsync(other);
        rig.GitLab.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Approving_again_later_deploys_again()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Approved);
        await rig.HandleAsync(Decisions.Rejected);
        var again = Decisions.Approved;
        EventTemplates.Detail(again)["LastModifiedTime"] = "2026-11-19T15:00:00Z";
        await rig.HandleAsync(again);
        rig.GitLab.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Thousands_of_changes_are_not_kept_for_ever()
    {
        var rig = new Rig();
        for (var version = 1; version <= 300; version++)
        {
            await rig.HandleAsync(EventTemplates.Version(Scene, version, ApprovalStatuses.Approved));
        }

        await rig.HandleAsync(EventTemplates.Version(Scene, 300, ApprovalStatuses.Approved));
        rig.GitLab.Requests.Count.ShouldBe(300);
        await rig.HandleAsync(EventTemplates.Version(Scene, 1, ApprovalStatuses.Approved));
        rig.GitLab.Requests.Count.ShouldBe(301);
    }

    public static TheoryData<string, string> Unusable =>
        new()
        {
            { "{", "no JSON of the right shape" },
            { "null", "it is null" },
            { "[]", "no JSON of the right shape" },
            { "{}", "are not \"aws.sagemaker\"" },
            {
                EventTemplates.Execution(Scene, PipelineKind.Training, "Failed").ToJsonString(),
                "are not \"aws.sagemaker\" and \"SageMaker Model Package State Change\""
            },
            { With("ModelPackageArn", null), "is missing or malformed" },
            { With("ModelPackageArn", "not an ARN; $(x)"), "is missing or malformed" },
            { With("ModelPackageVersion", null), "is missing or malformed" },
            { With("ModelPackageVersion", "seven"), "$.detail.ModelPackageVersion" },
            { With("ModelPackageGroupName", new JsonArray()), "$.detail.ModelPackageGroupName" },
            { With("ModelApprovalStatus", null), "is missing or malformed" },
            { With("ModelApprovalStatus", "Perhaps"), "\"Perhaps\", needs PendingManualApproval, Approved or Rejected" },
            {
                Decisions.Approved.ToJsonString().Replace("\"abalone\"", "\"\\ud83e\"", StringComparison.Ordinal),
                "no JSON of the right shape"
            },
        };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task What_is_no_decision_fails_the_invocation(string text, string why)
    {
        var rig = new Rig();
        (await Should.ThrowAsync<UnusableEventException>(() => rig.HandleAsync(text))).Message.ShouldContain(why);
        rig.Outcome.ShouldBe("failed");
        ((int)rig.LastLine["DeploysFailed"]!).ShouldBe(1);
        rig.GitLab.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Any_bytes_end_in_a_clear_error() =>
        Gen.String.Sample(text =>
        {
            var rig = new Rig();
            Should.Throw<UnusableEventException>(() => rig.HandleAsync(text).GetAwaiter().GetResult());
            return rig.Outcome == "failed";
        });

    private static IReadOnlyList<string> Oddities =>
        [
            "GONE",
            "null",
            "true",
            "-1",
            "1e300",
            "[]",
            "[[null]]",
            "{}",
            "{\"a\":{\"b\":[1]}}",
            "\"\"",
            "\"🦪\\u0000\\n\"",
            "\"\\ud83e\"",
            $"\"{new string('x', 10_000)}\"",
        ];

    // Without metadata the registry is asked; that it can't be reached here lets nothing through. The event stays JSON, and one field,
    // wherever it is, has another type than it should, is odd, or is gone.
    [Fact]
    public void A_decision_with_anything_wrong_in_it_is_deployed_ignored_or_refused_clearly() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, Oddities.Count - 1].Select(i => Oddities[i]))
            .Sample(
                (place, value) =>
                {
                    var rig = new Rig();
                    try
                    {
                        rig.HandleAsync(Broken(place, value)).GetAwaiter().GetResult();
                    }
                    catch (Exception e) when (e is UnusableEventException or LookupException)
                    {
                        return rig.Outcome == "failed" && e.Message.Length > 20 && rig.GitLab.Requests.Count == 0;
                    }

                    return rig.Outcome == "ignored"
                        ? rig.GitLab.Requests.Count == 0
                        : rig.Outcome is "triggered" or "refused" && rig.Audit.Events.Count == 1;
                },
                iter: 1000,
                print: t => $"place {t.Item1}: {t.Item2}"
            );

    private static string Broken(int place, string value)
    {
        var e = Decisions.Approved;
        var places = Places(e).ToArray();
        var (parent, name) = places[place % places.Length];
        if (value == "GONE")
        {
            parent.Remove(name);
        }
        else
        {
            parent[name] = "BROKEN";
        }

        return e.ToJsonString().Replace("\"BROKEN\"", value, StringComparison.Ordinal);
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.ToArray().SelectMany(member => Places(member.Value).Prepend((members, member.Key))),
            JsonArray items => items.ToArray().SelectMany(Places),
            _ => [],
        };

    private static string With(string field, JsonNode? value)
    {
        var e = Decisions.Approved;
        EventTemplates.Detail(e)[field] = value;
        return e.ToJsonString();
    }
}
