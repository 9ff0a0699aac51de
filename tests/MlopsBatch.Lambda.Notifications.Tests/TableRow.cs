using System.Text.Json.Nodes;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Tests.Support;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>A row of the table that says which event goes to which topic, with one event as its example.</summary>
/// <param name="When">The row's event, in the table's words.</param>
/// <param name="Topic">Where its mail goes.</param>
/// <param name="Kind">The mail's kind.</param>
/// <param name="Event">The example.</param>
internal sealed record TableRow(string When, MailTopic Topic, string Kind, JsonObject Event)
{
    public LambdaSettings Settings { get; init; } = Rig.Scene.Settings;

    /// <summary>The topic of the event's other mail, which has a row of its own; null if there is one mail.</summary>
    public MailTopic? AlsoTo { get; init; }

    public StubRegistry Registry { get; init; } = new();

    public StubExecutions Executions { get; init; } = new();

    public StubObjects Objects { get; init; } = new();

    /// <summary>The one mail that the event gives to the row's topic.</summary>
    public async Task<Mail> MailAsync()
    {
        var rig = new Rig
        {
            Settings = Settings,
            Registry = Registry,
            Executions = Executions,
            Objects = Objects,
        };
        await rig.SendAsync(Event);
        rig.Mails.Count.ShouldBe(AlsoTo is null ? 1 : 2);
        return rig.Mails.Where(mail => mail.Topic == Topic).ShouldHaveSingleItem();
    }

    public override string ToString() => When;
}
