using System.Text.Json.Nodes;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

public sealed class FunctionTests
{
    private static readonly JsonObject Registered = EventTemplates.Version(Rig.Scene, 7, ApprovalStatuses.Pending);

    [Fact]
    public async Task A_sent_mail_is_logged_and_counted_by_kind()
    {
        var rig = new Rig();
        await rig.SendAsync(Registered);
        var line = rig.Log.ShouldHaveSingleItem();
        ((string)line["outcome"]!).ShouldBe("sent");
        ((string)line["requestId"]!).ShouldBe("8d1f5c3a-0000-4000-8000-000000000001");
        ((string)line["eventId"]!).ShouldBe((string)Registered["id"]!);
        ((string)line["model"]!).ShouldBe("abalone");
        ((string)line["kind"]!).ShouldBe(MailKinds.VersionRegistered);
        ((string)line["messageId"]!).ShouldBe("m-1");
        ((string)line["timestamp"]!).ShouldBe("2026-11-20T03:31:20+00:00");
        line["durationMs"].ShouldNotBeNull();
        ((int)line[FunctionMetrics.NotificationsSent]!).ShouldBe(1);
        ((string)line[FunctionMetrics.KindDimension]!).ShouldBe(MailKinds.VersionRegistered);
        ((long)line["_aws"]!["Timestamp"]!).ShouldBe(rig.Time.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task A_mail_that_isnt_taken_fails_the_invocation()
    {
        var rig = new Rig();
        rig.Mailer.Failure = new MailNotSentException("SNS refused the mail: KMSAccessDenied", new InvalidOperationException("inner"));
        (await Should.ThrowAsync<MailNotSentException>(() => rig.SendAsync(Registered))).Message.ShouldContain("KMSAccessDenied");
        var line = rig.Log.ShouldHaveSingleItem();
        ((string)line["outcome"]!).ShouldBe("failed");
        ((string)line["level"]!).ShouldBe("Error");
        ((int)line[FunctionMetrics.NotificationsFailed]!).ShouldBe(1);
        ((string)line["error"]!).ShouldContain(nameof(MailNotSentException));
    }

    // The official context doesn't stop at zero.
    [Theory]
    [InlineData(-3000)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_mail_goes_out_though_the_time_seems_to_be_over(int milliseconds)
    {
        var rig = new Rig { RemainingTime = TimeSpan.FromMilliseconds(milliseconds) };
        await rig.SendAsync(Registered);
        rig.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_event_delivered_twice_gives_the_same_mail_twice()
    {
        var rig = new Rig();
        await rig.SendAsync(Registered);
        await rig.SendAsync(Registered);
        rig.Mails.Count.ShouldBe(2);
        rig.Mails[1].ShouldBeEquivalentTo(rig.Mails[0]);
    }

    [Fact]
    public async Task An_event_that_nobody_understands_stays_in_the_log()
    {
        var rig = new Rig();
        await rig.SendAsync("""{"id":"e-1","source":"custom","detail-type":"Unheard of"}""");
        rig.Mails.Single().Subject.ShouldBe("Event not understood: custom / Unheard of");
        ((string)rig.Log[0]["rawEvent"]!).ShouldContain("Unheard of");
        ((string)rig.Log[0]["eventId"]!).ShouldBe("e-1");
    }

    [Fact]
    public async Task Log_lines_are_one_JSON_object_each_whatever_the_event_holds()
    {
        var rig = new Rig();
        var e = EventTemplates.Execution(Rig.Scene, PipelineKind.Training, ExecutionStatuses.Failed);
        e["id"] = "line\nbreak \"quoted\" 🦪";
        await rig.SendAsync(e);
        ((string)rig.Log.ShouldHaveSingleItem()["eventId"]!).ShouldBe("line\nbreak \"quoted\" 🦪");
    }

    [Fact]
    public async Task A_finished_execution_links_to_the_domain_of_Studio()
    {
        var rig = new Rig { Settings = Rig.Scene.Settings with { StudioDomainId = "d-abc123", NotifyOn = NotifyOn.All } };
        (await rig.MailOfAsync(EventTemplates.Execution(Rig.Scene, PipelineKind.Training, ExecutionStatuses.Succeeded))).Body.ShouldContain(
            "https://studio-d-abc123.studio.eu-west-1.sagemaker.aws/"
        );
    }
}
