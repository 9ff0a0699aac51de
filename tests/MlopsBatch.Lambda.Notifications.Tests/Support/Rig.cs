using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Routing;
using MlopsBatch.TestSupport.Aws;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests.Support;

/// <summary>The function with stubs around it: event in, mails and log lines out.</summary>
internal sealed class Rig
{
    public static readonly Scene Scene = Wiring.Single.Scene;

    public MemoryStream LogStream { get; init; } = new();

    public LambdaSettings Settings { get; init; } = Scene.Settings;

    public StubRegistry Registry { get; init; } = new();

    public StubExecutions Executions { get; init; } = new();

    public StubObjects Objects { get; init; } = new();

    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromSeconds(30);

    public RecordingMailer Mailer { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 20, 3, 31, 20, TimeSpan.Zero));

    public IReadOnlyList<Mail> Mails => Mailer.Mails;

    public IReadOnlyList<JsonObject> Log =>
        [
            .. Encoding
                .UTF8.GetString(LogStream.ToArray())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!.AsObject()),
        ];

    /// <summary>How the last event ended, from its log line.</summary>
    public string? Outcome => (string?)Log[^1]["outcome"];

    public Task SendAsync(JsonNode e) => SendAsync(e.ToJsonString());

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte[] bytes)
    {
        var log = new JsonLog(LogStream, Time);
        var lookups = new LoggedLookups(Registry, Executions, Objects, log);
        var router = new EventRouter(new MailTools(Settings, lookups, lookups, lookups));
        return new NotificationFunction(router, Mailer, log, Time).HandleAsync(
            new MemoryStream(bytes),
            new TestContext { RemainingTime = RemainingTime }
        );
    }

    /// <summary>Sends an event that gives one mail.</summary>
    public async Task<Mail> MailOfAsync(JsonNode e)
    {
        await SendAsync(e);
        return Mails.ShouldHaveSingleItem();
    }
}
