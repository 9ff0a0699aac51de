using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Deploying;
using MlopsBatch.Faults;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>Targets beside mail: HTTPS endpoints whose URLs are secrets.</summary>
public class WebhookTests
{
    private const string Url = "https://events.example.com/integration/pager-token-42/enqueue";

    [Fact]
    public async Task A_webhook_subscribes_to_its_topics_with_its_models_and_a_dead_letter_queue()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings =>
            Webhooks(
                settings,
                new JsonObject
                {
                    ["name"] = "on-call",
                    ["topics"] = new JsonArray("operations", "quality"),
                    ["models"] = new JsonArray("abalone"),
                }
            )
        );
        var subscriptions = Https(stack);
        subscriptions.Select(one => one.Name).ShouldBe(["operations-on-call", "quality-on-call"]);
        subscriptions.ShouldAllBe(one => one.Text("filterPolicy") == """{"model":["abalone"]}""");
        subscriptions.ShouldAllBe(one => one.Text("redrivePolicy")!.Contains("undelivered-mails"));
        stack.Outputs["subscriptionsAwaitingConfirmation"]!.AsArray().Select(one => one!.ToString()).ShouldContain("on-call (operations)");
        Layer(stack).ShouldContain("\"hasWebhooks\": true");
    }

    [Fact]
    public async Task Without_topics_and_models_it_gets_everything()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings => Webhooks(settings, new JsonObject { ["name"] = "chat" }));
        Https(stack).Select(one => one.Name).ShouldBe(["operations-chat", "approvals-chat", "quality-chat"]);
        Https(stack).ShouldAllBe(one => one.Text("filterPolicy") == null);
    }

    [Fact]
    public async Task Its_url_stands_nowhere_but_in_the_subscription()
    {
        var context = TestStacks.Context(change: settings => Webhooks(settings, new JsonObject { ["name"] = "on-call" })) with
        {
            WebhookUrls = new Dictionary<string, string> { ["on-call"] = Url },
        };
        var stack = await StackEvaluator.EvaluateAsync(
            context,
            FixedApprovedModels.First(context.Settings, context.Region, TestStacks.Account)
        );
        Https(stack).ShouldAllBe(one => one.Text("endpoint") == Url);
        var others = stack with { Resources = [.. stack.Resources.Where(one => one.Text("protocol") != "https")] };
        others.ToJson().ToJsonString().ShouldNotContain("pager-token-42");
    }

    [Fact]
    public void A_url_comes_from_the_configuration_and_is_never_shown()
    {
        string Config(string url) =>
            new JsonObject
            {
                ["aws:region"] = "eu-west-1",
                ["mlops-batch:settings"] = Settings().ToJsonString(),
                ["mlops-batch:webhook-on-call"] = url,
            }.ToJsonString();
        StackContext Read(string config) =>
            Entry.Read(name =>
                name switch
                {
                    "PULUMI_CONFIG" => config,
                    "PULUMI_STACK" => "single",
                    "PULUMI_ROOT_DIRECTORY" => TestStacks.Root.FullName,
                    _ => null,
                }
            );
        var fault = Should.Throw<FaultException>(() => Read(Config("http://example.com/token-42"))).Message;
        fault.ShouldContain("mlops-batch:webhook-on-call: isn't shown, needs a URL that begins with https://");
        fault.ShouldNotContain("token-42");
        Should.Throw<FaultException>(() => Read(Config(Url))).Message.ShouldNotContain("webhook");
    }

    [Fact]
    public void Names_are_told_apart_models_exist_and_a_url_is_set()
    {
        var settings = Settings();
        Webhooks(
            settings,
            new JsonObject { ["name"] = "on-call", ["models"] = new JsonArray("abalon") },
            new JsonObject { ["name"] = "on-call", ["topics"] = new JsonArray("operation") }
        );
        var (_, faults) = SettingsReader.TryRead(
            settings.ToJsonString(),
            new("single", "eu-west-1") { OtherKeys = ["mlops-batch:settings"] }
        );
        var told = faults.Select(fault => fault.ToString()).ToList();
        told.ShouldContain(text => text.Contains("webhooks[0].models[0]: got \"abalon\" (did you mean \"abalone\"?)"));
        told.ShouldContain(text => text.Contains("webhooks[1].name: got \"on-call\", which is taken by"));
        told.ShouldContain(text => text.Contains("webhooks[1].topics[0]: got \"operation\" (did you mean \"operations\"?)"));
        told.ShouldContain(text => text.Contains("pulumi config set --secret mlops-batch:webhook-on-call --stack single"));
    }

    private static JsonObject Settings()
    {
        var settings = TestStacks.Settings();
        Webhooks(settings, new JsonObject { ["name"] = "on-call" });
        return settings;
    }

    private static void Webhooks(JsonObject settings, params JsonObject[] webhooks) =>
        settings["notifications"]!["webhooks"] = new JsonArray([.. webhooks]);

    private static List<RecordedResource> Https(EvaluatedStack stack) =>
        [.. stack.OfType(ResourceTypes.Subscription).Where(one => one.Text("protocol") == "https")];

    private static string Layer(EvaluatedStack stack) =>
        stack.OfType(ResourceTypes.Layer).Single().Inputs.ToJsonString().Replace("\\u0022", "\"").Replace("\\\"", "\"");
}
