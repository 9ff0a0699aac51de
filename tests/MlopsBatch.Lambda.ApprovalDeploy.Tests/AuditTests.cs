using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Microsoft.Extensions.Time.Testing;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Lambda.ApprovalDeploy.Audit;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;
using Moq;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>What became of a decision is on the bus, or the invocation fails.</summary>
public sealed class AuditTests
{
    private static readonly DeploymentDetail Detail = new()
    {
        Model = "abalone",
        ModelPackageArn = "arn:7",
        Reason = "because",
    };

    private readonly Mock<IAmazonEventBridge> _client = new();

    [Fact]
    public async Task An_audit_event_has_source_type_and_detail()
    {
        SetUp(new PutEventsResponse { FailedEntryCount = 0 });
        await Trail.WriteAsync(DetailTypes.DeploymentFailed, Detail, CancellationToken.None);
        var entry = ((PutEventsRequest)_client.Invocations.Single().Arguments[0]).Entries!.Single();
        entry.Source.ShouldBe("mlops-batch");
        entry.DetailType.ShouldBe("MlopsBatch Deployment Failed");
        entry.EventBusName.ShouldBe("bus");
        entry.Resources.ShouldBe(["arn:7"]);
        entry.Detail.ShouldBe("""{"model":"abalone","modelPackageArn":"arn:7","reason":"because"}""");
    }

    [Fact]
    public async Task A_refused_entry_is_put_again()
    {
        SetUp(Refused, new PutEventsResponse { FailedEntryCount = 0 });
        await Trail.WriteAsync(DetailTypes.DeploymentTriggered, Detail, CancellationToken.None);
        _client.Invocations.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_entry_that_stays_refused_is_an_error_though_the_call_succeeds()
    {
        SetUp(Refused);
        (
            await Should.ThrowAsync<AuditException>(() => Trail.WriteAsync(DetailTypes.DeploymentTriggered, Detail, CancellationToken.None))
        ).Message.ShouldBe(
            "EventBridge did not take the audit event \"MlopsBatch Deployment Triggered\" on bus bus: ThrottlingException: slow down"
        );
        _client.Invocations.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_denied_call_names_the_permission()
    {
        _client
            .Setup(c => c.PutEventsAsync(It.IsAny<PutEventsRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonEventBridgeException("not authorized") { ErrorCode = "AccessDeniedException" });
        (
            await Should.ThrowAsync<AuditException>(() => Trail.WriteAsync(DetailTypes.DeploymentTriggered, Detail, CancellationToken.None))
        ).Message.ShouldContain("events:PutEvents");
    }

    [Fact]
    public async Task A_bus_that_hangs_fails_the_write_within_its_limit()
    {
        var time = new FakeTimeProvider();
        _client
            .Setup(c => c.PutEventsAsync(It.IsAny<PutEventsRequest>(), It.IsAny<CancellationToken>()))
            .Returns(
                async (PutEventsRequest _, CancellationToken token) =>
                {
                    time.Advance(EventBusAuditTrail.Limit);
                    await Task.Delay(Timeout.Infinite, token);
                    return new PutEventsResponse();
                }
            );
        var trail = new EventBusAuditTrail(new(_client.Object), "bus", time);
        (
            await Should.ThrowAsync<AuditException>(() => trail.WriteAsync(DetailTypes.DeploymentTriggered, Detail, CancellationToken.None))
        ).Message.ShouldStartWith("EventBridge did not answer in time to take the audit event");
    }

    [Fact]
    public async Task After_a_failed_audit_the_next_delivery_audits_without_deploying_again()
    {
        var rig = new Rig { Audit = new RecordingAudit(refused: 1) };
        await Should.ThrowAsync<AuditException>(() => rig.HandleAsync(Decisions.Approved));
        rig.Outcome.ShouldBe("failed");
        await rig.HandleAsync(Decisions.Approved);
        rig.Outcome.ShouldBe("triggered");
        rig.GitLab.Requests.Count.ShouldBe(1);
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
    }

    private static PutEventsResponse Refused =>
        new()
        {
            FailedEntryCount = 1,
            Entries = [new PutEventsResultEntry { ErrorCode = "ThrottlingException", ErrorMessage = "slow down" }],
        };

    private EventBusAuditTrail Trail => new(new(_client.Object), "bus", TimeProvider.System);

    private void SetUp(params PutEventsResponse[] responses)
    {
        var calls = 0;
        _client
            .Setup(c => c.PutEventsAsync(It.IsAny<PutEventsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => responses[Math.Min(calls++, responses.Length - 1)]);
    }
}
