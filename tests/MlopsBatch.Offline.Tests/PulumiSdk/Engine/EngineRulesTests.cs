using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Engine;

/// <summary>What would fail on deployment fails in test mode already; the official package's test mode lets it pass.</summary>
public sealed class EngineRulesTests
{
    [Fact]
    public async Task Resources_that_wait_for_each_other_are_named()
    {
        var fault = await Should.ThrowAsync<RunException>(() =>
            Deployment.TestAsync(
                new PromptMocks(),
                new TestOptions(),
                () =>
                {
                    var group = new ComponentResource("my:Group", "group");
                    var user = new Thing("user", new ThingArgs { Text = "x" }, new() { DependsOn = { group } });
                    _ = new Thing("late", new ThingArgs { Text = user.Text }, new() { Parent = group });
                }
            )
        );

        fault.Message.ShouldBe(
            "These resources wait for each other, so that a deployment would never end: "
                + "'user' (test:index/thing:Thing) waits for 'late', 'late' (test:index/thing:Thing) waits for 'user'. "
                + "A resource that depends on a component waits for all of its children."
        );
    }

    [Fact]
    public async Task Two_resources_of_one_type_and_name_below_parents_of_one_type_are_named()
    {
        var fault = await Should.ThrowAsync<RunException>(() =>
            Deployment.TestAsync(
                new PromptMocks(),
                new TestOptions { ProjectName = "shop", StackName = "dev" },
                () =>
                {
                    foreach (var model in new[] { "one", "two" })
                    {
                        _ = new Thing("rule", new ThingArgs { Text = "x" }, new() { Parent = new ComponentResource("my:Model", model) });
                    }
                }
            )
        );

        fault.Message.ShouldBe(
            "Duplicate resource URN 'urn:pulumi:dev::shop::my:Model$test:index/thing:Thing::rule'; try giving it a unique name"
        );
    }

    [Fact]
    public async Task One_name_below_parents_of_different_types_is_allowed()
    {
        var resources = await Deployment.TestAsync(
            new PromptMocks(),
            new TestOptions(),
            () =>
            {
                foreach (var type in new[] { "my:Model", "my:Other" })
                {
                    _ = new Thing("rule", new ThingArgs { Text = "x" }, new() { Parent = new ComponentResource(type, "group") });
                }
            }
        );

        resources.Length.ShouldBe(4);
    }

    [Fact]
    public async Task An_input_is_refused_before_it_becomes_an_empty_object()
    {
        var json = Output.JsonSerialize(Output.Create(new { arn = (Input<string>)"x" }));

        (await Should.ThrowAsync<NotSupportedException>(() => OutputUtilities.GetValueAsync(json))).Message.ShouldContain(
            "write its ToOutput()"
        );
    }
}
