using System.Text.Json.Nodes;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

public class SubscriptionTests
{
    [Fact]
    public async Task Two_models_may_share_an_address()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings =>
            TestStacks.AddModel(settings, "whelk", "DS@example.com", "second@example.com")
        );
        var approvals = stack
            .OfType(ResourceTypes.Subscription)
            .Where(subscription => subscription.Name.StartsWith("approvals-", StringComparison.Ordinal))
            .ToDictionary(subscription => subscription.Text("endpoint")!, subscription => subscription.Text("filterPolicy"));
        approvals.ShouldBe(
            new Dictionary<string, string?>
            {
                ["ops@example.com"] = null,
                ["ds@example.com"] = """{"model":["abalone","whelk"]}""",
                ["second@example.com"] = """{"model":["whelk"]}""",
            }
        );
    }

    [Fact]
    public async Task Without_operators_somebody_gets_what_belongs_to_no_model()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings => ((JsonObject)settings["notifications"]!).Remove("recipients"));
        var subscriptions = stack
            .OfType(ResourceTypes.Subscription)
            .ToDictionary(subscription => subscription.Name, subscription => subscription.Text("filterPolicy"));
        subscriptions["operations-ds@example.com"].ShouldBeNull();
        subscriptions["quality-ds@example.com"].ShouldBe("""{"model":["abalone"]}""");
    }

    [Fact]
    public async Task An_operator_who_is_responsible_too_has_one_subscription_for_each_topic()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings =>
            settings["notifications"]!["recipients"] = new JsonArray("ds@example.com")
        );
        stack
            .OfType(ResourceTypes.Subscription)
            .Select(subscription => subscription.Name)
            .ShouldBe(["operations-ds@example.com", "approvals-ds@example.com", "quality-ds@example.com"]);
    }
}
