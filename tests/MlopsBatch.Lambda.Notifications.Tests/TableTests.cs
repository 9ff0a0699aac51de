using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.Lambda.Notifications.Tests.Support;

namespace MlopsBatch.Lambda.Notifications.Tests;

public sealed class TableTests
{
    public static TheoryData<string> Rows => [.. Table.Rows.Select(row => row.When)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_event_gives_one_mail_on_its_topic(string when)
    {
        var row = Table.Rows.Single(r => r.When == when);
        var mail = await row.MailAsync();
        mail.Topic.ShouldBe(row.Topic);
        mail.Kind.ShouldBe(row.Kind);
        mail.Severity.ShouldBeOneOf(Severities.Info, Severities.Action, Severities.Warning, Severities.Error);
        MailSubject.Fit(mail.Subject).Length.ShouldBeLessThanOrEqualTo(MailSubject.MaxLength);
        mail.Body.Split('\n').ShouldAllBe(line => line == line.TrimEnd() && !line.EndsWith(": ", StringComparison.Ordinal));
        mail.Body.ShouldNotContain("\n\n\n");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_event_reaches_the_function_by_what_is_declared(string when)
    {
        var row = Table.Rows.Single(r => r.When == when);
        (row.Wiring.CarrierOf(row.Event) is null).ShouldBe(row.IsByOwnRule);
        row.TopicName.ShouldBe(row.Topic.ToString().ToLowerInvariant());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_same_event_gives_the_same_mail(string when)
    {
        var row = Table.Rows.Single(r => r.When == when);
        (await row.MailAsync()).ShouldBeEquivalentTo(await row.MailAsync());
    }

    [Fact]
    public void Every_kind_of_mail_has_a_row()
    {
        var kinds = typeof(MailKinds).GetFields().Select(field => (string)field.GetValue(null)!).Except([MailKinds.ExecutionStopped]);
        Table.Rows.Select(row => row.Kind).Distinct().Order().ShouldBe(kinds.Order());
    }

    [Fact]
    public async Task A_mail_about_a_known_model_carries_its_name()
    {
        string[] ofNoModel = [MailKinds.DeadLetter, MailKinds.StackDrift, MailKinds.Alarm, MailKinds.Unknown];
        foreach (var row in Table.Rows.Where(row => !ofNoModel.Contains(row.Kind)))
        {
            (await row.MailAsync()).Model.ShouldBe(Rig.Scene.Model, row.When);
        }
    }
}
