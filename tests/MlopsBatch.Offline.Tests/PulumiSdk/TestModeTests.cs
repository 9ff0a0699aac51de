using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>What Deployment.TestAsync does with a program; the same holds for the official package.</summary>
public sealed class TestModeTests
{
    private static readonly TestOptions Options = new() { ProjectName = "shop", StackName = "dev" };

    [Fact]
    public async Task The_stack_of_a_function_is_neither_returned_nor_shown_to_the_mocks()
    {
        var mocks = new RecordingMocks();

        var resources = await Deployment.TestAsync(
            mocks,
            Options,
            () =>
            {
                _ = new Thing("a", new ThingArgs { Text = "x" });
            }
        );

        resources.Select(resource => resource.GetResourceType()).ShouldBe(["test:index/thing:Thing"]);
        mocks.Resources.Select(resource => resource.Name).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Mocks_see_plain_inputs_under_their_wire_names()
    {
        var mocks = new RecordingMocks();

        await Deployment.TestAsync(
            mocks,
            Options,
            () =>
            {
                _ = new Thing(
                    "a",
                    new ThingArgs
                    {
                        Text = Output.CreateSecret("hidden"),
                        Size = 3,
                        Labels = { "one", Output.Create("two") },
                        Tags = { { "team", "ml" }, { "cost", Output.CreateSecret("1") } },
                        Settings = new() { { "fast", true } },
                        Nested = new NestedArgs { On = true },
                        Document = new NestedArgs { On = false },
                        Source = new StringAsset("content"),
                    }
                );
            }
        );

        var inputs = mocks["a"].Inputs;
        inputs["text"].ShouldBe("hidden");
        inputs["size"].ShouldBe(3.0);
        inputs["labels"].ShouldBeOfType<ImmutableArray<object?>>().ShouldBe(["one", "two"]);
        inputs["tags"].ShouldBeOfType<ImmutableDictionary<string, object?>>()["cost"].ShouldBe("1");
        inputs["settings"].ShouldBe("""{ "fast": true }""");
        inputs["nested"].ShouldBeOfType<ImmutableDictionary<string, object?>>()["on"].ShouldBe(true);
        inputs["document"].ShouldBeOfType<ImmutableDictionary<string, object?>>()["on"].ShouldBe(false);
        inputs["source"].ShouldBeOfType<StringAsset>();
    }

    [Fact]
    public async Task Unknown_and_null_inputs_are_left_out()
    {
        var mocks = new RecordingMocks { WithoutArn = true };

        await Deployment.TestAsync(
            mocks,
            Options,
            () =>
            {
                var first = new Thing("first", new ThingArgs { Text = "x", Size = (Input<int>?)null });
                _ = new Thing(
                    "second",
                    new ThingArgs
                    {
                        Text = first.Arn,
                        Labels = { "known", first.Arn },
                        Tags = { { "known", "v" } },
                    }
                );
            }
        );

        mocks["first"].Inputs.Keys.ShouldBe(["text"]);
        mocks["second"].Inputs.Keys.ShouldBe(["tags"]);
    }

    [Fact]
    public async Task Outputs_that_the_mocks_leave_out_are_unknown_in_a_preview_only()
    {
        foreach (var isPreview in new bool?[] { null, true, false })
        {
            var mocks = new RecordingMocks { WithoutArn = true };
            var options = new TestOptions { IsPreview = isPreview };

            var resources = await Deployment.TestAsync(
                mocks,
                options,
                () =>
                {
                    _ = new Thing("a", new ThingArgs { Text = "x" });
                }
            );

            var thing = resources.OfType<Thing>().Single();
            (await OutputUtilities.GetIsKnownAsync(thing.Arn)).ShouldBe(isPreview == false);
            (await OutputUtilities.GetValueAsync(thing.Arn)).ShouldBeNull();
            (await OutputUtilities.GetValueAsync(thing.Text)).ShouldBe("x");
        }
    }

    [Fact]
    public async Task A_URN_names_the_stack_and_of_the_parents_the_outermost_type()
    {
        var resources = await Deployment.TestAsync(
            new RecordingMocks(),
            Options,
            () =>
            {
                var component = new ComponentResource("my:Group", "group");
                _ = new Thing("inner", new ThingArgs { Text = "x" }, new() { Parent = component });
            }
        );

        var urns = await Task.WhenAll(resources.Select(resource => OutputUtilities.GetValueAsync(resource.Urn)));
        urns.ShouldBe([
            "urn:pulumi:dev::shop::pulumi:pulumi:Stack$my:Group::group",
            "urn:pulumi:dev::shop::pulumi:pulumi:Stack$test:index/thing:Thing::inner",
        ]);
    }
}
