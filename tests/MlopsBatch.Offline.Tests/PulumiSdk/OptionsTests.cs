using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>Merging options, and transformations that see and change them.</summary>
public sealed class OptionsTests
{
    [Fact]
    public async Task Merged_options_say_what_the_second_say_and_join_the_lists()
    {
        var first = new CustomResourceOptions
        {
            Protect = true,
            Version = "1",
            ImportId = "i",
            IgnoreChanges = { "a" },
            Aliases = { new Alias { Name = "x" } },
            AdditionalSecretOutputs = { "s" },
        };
        var second = new CustomResourceOptions
        {
            Protect = false,
            DeleteBeforeReplace = true,
            IgnoreChanges = { "b" },
            AdditionalSecretOutputs = { "t" },
        };

        var merged = CustomResourceOptions.Merge(first, second);

        (merged.Protect, merged.Version, merged.ImportId, merged.DeleteBeforeReplace).ShouldBe((false, "1", "i", true));
        merged.IgnoreChanges.ShouldBe(["a", "b"]);
        merged.AdditionalSecretOutputs.ShouldBe(["s", "t"]);
        merged.Aliases.Count.ShouldBe(1);
        first.IgnoreChanges.ShouldBe(["a"]);
        (await OutputUtilities.GetValueAsync(CustomResourceOptions.Merge(null, null).DependsOn.ToOutput())).ShouldBeEmpty();
        ComponentResourceOptions.Merge(new() { Protect = true }, null).Protect.ShouldBe(true);
    }

    [Fact]
    public async Task A_transformation_of_the_stack_sees_every_resource_with_its_options()
    {
        var seen = new ConcurrentQueue<ResourceTransformationArgs>();
        var options = new StackOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    seen.Enqueue(args);
                    return null;
                },
            },
        };

        await Deployment.TestWithServiceProviderAsync<TreeStack>(new RecordingMocks(), new Services(() => new TreeStack(options)));

        seen.Select(args =>
                (args.Resource.GetResourceName(), args.Options.Parent?.GetResourceName(), args.Options.Protect, args.Options.RetainOnDelete)
            )
            .ShouldBe([
                ("project-stack", null, null, null),
                ("group", null, true, null),
                ("a", "group", null, true),
                ("b", "group", null, null),
            ]);
        var dependsOn = await OutputUtilities.GetValueAsync(seen.Last().Options.DependsOn.ToOutput());
        dependsOn.Select(resource => resource.GetResourceName()).ShouldBe(["a"]);
        seen.Last().Args.ShouldBeOfType<ThingArgs>();
    }

    [Fact]
    public async Task A_transformation_can_change_arguments_and_options_but_not_the_parent()
    {
        var mocks = new RecordingMocks();
        ResourceTransformationResult? Tag(ResourceTransformationArgs args)
        {
            if (args.Args is ThingArgs thing)
            {
                thing.Tags["owner"] = "ml";
            }

            return new ResourceTransformationResult(args.Args, args.Options);
        }

        await Deployment.TestAsync(
            mocks,
            new TestOptions(),
            () =>
            {
                _ = new Thing("a", new ThingArgs { Text = "x" }, new() { ResourceTransformations = { Tag } });
            }
        );

        mocks["a"].Inputs.Keys.Order().ShouldBe(["tags", "text"]);
        var fault = await Should.ThrowAsync<RunException>(() =>
            Deployment.TestAsync(
                mocks,
                new TestOptions(),
                () =>
                {
                    var parent = new ComponentResource("my:Group", "group");
                    ResourceTransformation move = args => new ResourceTransformationResult(
                        args.Args,
                        new CustomResourceOptions { Parent = parent }
                    );
                    _ = new Thing("b", new ThingArgs { Text = "x" }, new() { ResourceTransformations = { move } });
                }
            )
        );
        fault.Message.ShouldContain("changed the parent of 'b'");
    }

    private sealed class TreeStack : Stack
    {
        public TreeStack(StackOptions options)
            : base(options)
        {
            var group = new ComponentResource("my:Group", "group", new ComponentResourceOptions { Protect = true });
            var a = new Thing("a", new ThingArgs { Text = "x" }, new() { Parent = group, RetainOnDelete = true });
            _ = new Thing("b", new ThingArgs { Text = "x" }, new() { Parent = group, DependsOn = { a } });
        }
    }

    private sealed class Services(Func<Stack> create) : IServiceProvider
    {
        public object? GetService(Type serviceType) => create();
    }
}
