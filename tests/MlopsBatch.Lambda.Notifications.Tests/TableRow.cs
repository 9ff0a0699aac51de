using System.Text.Json.Nodes;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Tests.Support;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>A row of the table that says which event goes to which topic, with one event as its example.</summary>
/// <param name="When">The row's event, in the table's words.</param>
/// <param name="Topic">Where its mail goes.</param>
/// <param name="Kind">The mail's kind.</param>
/// <param name="Event">The example, as the declared wiring hands it over.</param>
internal sealed record TableRow(string When, MailTopic Topic, string Kind, JsonNode Event)
{
    /// <summary>The stack that the event comes from.</summary>
    public Wiring Wiring { get; init; } = Wiring.Single;

    /// <summary>Whether no rule of the product sends such an event, only one that somebody adds.</summary>
    public bool IsByOwnRule { get; init; }

    public LambdaSettings Settings => Wiring.Settings;

    /// <summary>What hands the event to the function.</summary>
    public string Carrier =>
        IsByOwnRule ? "a rule of yours" : Wiring.CarrierOf(Event) ?? throw new InvalidOperationException($"Nothing hands over: {When}.");

    /// <summary>The declared topic that the mail goes to, by the function's environment.</summary>
    public string TopicName => Wiring.TopicName(Wiring.Topics[Topic]);

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
