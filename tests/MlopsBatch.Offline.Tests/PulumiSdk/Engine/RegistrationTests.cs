using System.Collections.Immutable;
using Pulumi;
using Pulumi.Engine;
using Pulumi.Serialization;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Engine;

/// <summary>What an engine is told about a resource.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task The_stack_is_first_and_parent_of_all_without_one()
    {
        var (engine, exitCode) = await RecordingEngine.RunAsync(() =>
        {
            var group = new ComponentResource("my:Group", "group");
            _ = New("inner", new() { Parent = group });
        });

        exitCode.ShouldBe(0);
        engine.Shutdowns.ShouldBe(1);
        engine
            .Registered.Select(one => (one.Type, one.Name, one.Parent, one.Custom))
            .ShouldBe([
                ("pulumi:pulumi:Stack", "shop-dev", "", false),
                ("my:Group", "group", "urn:shop-dev", false),
                ("test:index/thing:Thing", "inner", "urn:group", true),
            ]);
    }

    [Fact]
    public async Task Secrets_and_unknowns_stay_where_they_occur_and_the_id_is_no_input()
    {
        var (engine, _) = await RecordingEngine.RunAsync(() =>
            _ = new Thing(
                "a",
                new ThingArgs
                {
                    Text = Output.CreateSecret("hidden"),
                    Labels = { "plain", Output.CreateSecret("hidden") },
                    Tags = { { "plain", "x" }, { "doubt", Output.CreateSecret(OutputUtilities.CreateUnknown("y")) } },
                    Settings = new() { { "on", Output.CreateSecret(true) } },
                    Anything = Output.CreateSecret<object>(OutputUtilities.CreateUnknown("y")),
                    Id = "not an input",
                }
            )
        );

        var inputs = engine["a"].Inputs;
        inputs.Keys.Order().ShouldBe(["anything", "labels", "settings", "tags", "text"]);
        inputs["anything"].ShouldBe(UnknownValue.Instance);
        inputs["text"].ShouldBe(new SecretValue("hidden"));
        inputs["labels"].ShouldBeOfType<ImmutableArray<object?>>().ShouldBe(["plain", new SecretValue("hidden")]);
        inputs["tags"].ShouldBeOfType<ImmutableDictionary<string, object?>>()["plain"].ShouldBe("x");
        inputs["tags"].ShouldBeOfType<ImmutableDictionary<string, object?>>()["doubt"].ShouldBe(UnknownValue.Instance);
        inputs["settings"].ShouldBe(new SecretValue("""{ "on": true }"""));
    }

    [Fact]
    public async Task Every_input_sent_says_what_it_came_from()
    {
        var (engine, _) = await RecordingEngine.RunAsync(() =>
        {
            var (first, second) = (New("first"), New("second"));
            _ = new Thing(
                "third",
                new ThingArgs
                {
                    Text = first.Text,
                    Labels = { "x", second.Text },
                    Size = 1,
                },
                new() { DependsOn = { New("fourth") } }
            );
        });

        var third = engine["third"];
        third
            .PropertyDependencies.OrderBy(pair => pair.Key)
            .Select(pair => $"{pair.Key}: {string.Join(' ', pair.Value)}")
            .ShouldBe(["labels: urn:second", "size: ", "text: urn:first"]);
        third.Dependencies.Order().ShouldBe(["urn:first", "urn:fourth", "urn:second"]);
    }

    [Fact]
    public async Task A_component_stands_for_its_children_and_nobody_depends_on_itself()
    {
        var (engine, _) = await RecordingEngine
            .RunAsync(() =>
            {
                var outer = new ComponentResource("my:Group", "outer");
                var inner = new ComponentResource("my:Group", "inner", new ComponentResourceOptions { Parent = outer });
                _ = New("a", new() { Parent = outer });
                _ = New("b", new() { Parent = inner });
                _ = New("user", new() { DependsOn = { outer } });
                _ = New("child", new() { Parent = outer, DependsOn = { inner } });
                _ = New("sibling", new() { Parent = inner, DependsOn = { inner } });
            })
            .WaitAsync(TimeSpan.FromSeconds(30));

        engine["user"].Dependencies.ShouldContain("urn:a");
        engine["user"].Dependencies.ShouldContain("urn:b");
        engine.Registered.SelectMany(one => one.Dependencies).ShouldNotContain("urn:outer");
        engine["child"].Dependencies.ShouldContain("urn:b");
        engine["sibling"].Dependencies.ShouldBe(["urn:b"]);
    }

    [Fact]
    public async Task Protection_and_providers_are_inherited_retention_is_not()
    {
        var (engine, _) = await RecordingEngine.RunAsync(() =>
        {
            var provider = new ProviderResource("test", "mine", ResourceArgs.Empty, null);
            var group = new ComponentResource(
                "my:Group",
                "group",
                new ComponentResourceOptions
                {
                    Protect = true,
                    RetainOnDelete = true,
                    Providers = { provider },
                }
            );
            _ = New("child", new() { Parent = group });
            _ = New("open", new() { Parent = group, Protect = false });
            _ = New("outside");
        });

        engine["child"].Protect.ShouldBe(true);
        engine["child"].RetainOnDelete.ShouldBeNull();
        engine["child"].Provider.ShouldBe("urn:mine::mine-id");
        engine["open"].Protect.ShouldBe(false);
        engine["outside"].Protect.ShouldBeNull();
        engine["outside"].Provider.ShouldBe("");
        engine["mine"].Type.ShouldBe("pulumi:providers:test");
    }

    [Fact]
    public async Task Options_arrive_as_they_were_given()
    {
        var (engine, _) = await RecordingEngine.RunAsync(() =>
            _ = New(
                "a",
                new CustomResourceOptions
                {
                    DeleteBeforeReplace = true,
                    RetainOnDelete = true,
                    ImportId = "imported",
                    Version = "1.2.3",
                    IgnoreChanges = { "tags" },
                    ReplaceOnChanges = { "size" },
                    AdditionalSecretOutputs = { "text" },
                    CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5) },
                    DeletedWith = New("owner"),
                    ReplacementTrigger = Output.Create<object>("run-1"),
                    Aliases =
                    {
                        new Alias { Name = "old", Type = Output.Create("old:type") },
                        new Alias { Urn = "urn:older" },
                        new Alias { NoParent = true },
                    },
                }
            )
        );

        var a = engine["a"];
        (a.DeleteBeforeReplace, a.RetainOnDelete, a.ImportId, a.Version, a.DeletedWith).ShouldBe(
            (true, true, "imported", "1.2.3", "urn:owner")
        );
        a.IgnoreChanges.ShouldBe(["tags"]);
        a.ReplaceOnChanges.ShouldBe(["size"]);
        a.AdditionalSecretOutputs.ShouldBe(["text"]);
        a.CustomTimeouts!.Create.ShouldBe(TimeSpan.FromMinutes(5));
        a.ReplacementTrigger.ShouldBe("run-1");
        a.Aliases.ShouldBe([
            new AliasSpec("", "old", "old:type", "", "", "", false),
            new AliasSpec("urn:older", "", "", "", "", "", false),
            new AliasSpec("", "", "", "", "", "", true),
        ]);
    }

    [Fact]
    public async Task A_resource_with_an_id_is_read()
    {
        var (engine, _) = await RecordingEngine.RunAsync(() => _ = New("given", new() { Id = "existing" }));

        engine.Read.Single().Id.ShouldBe("existing");
        engine.Registered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Faults_give_their_exit_codes_and_skip_the_shutdown()
    {
        var (failed, failedCode) = await RecordingEngine.RunAsync(() => throw new RunException("no"));
        var (logged, loggedCode) = await RecordingEngine.RunAsync(() => Log.Error("no"));
        var (located, locatedCode) = await RecordingEngine.RunAsync(() =>
        {
            var a = New("a");
            a.Text.Apply(string (_) => throw new ResourceException("bad", a, hideStack: true));
        });

        (failedCode, loggedCode, locatedCode).ShouldBe((32, 1, 32));
        (failed.Shutdowns + logged.Shutdowns + located.Shutdowns).ShouldBe(0);
        located.Log.Single().ShouldBe(new LogEntry(LogSeverity.Error, "bad", "urn:a", 0, false));
    }

    [Fact]
    public async Task Outputs_that_the_engine_leaves_out_are_unknown_in_a_preview_and_nothing_else()
    {
        foreach (var isDryRun in new[] { true, false })
        {
            Thing? a = null;
            await RecordingEngine.RunAsync(() => a = New("a"), new RecordingEngine { WithoutIds = true }, isDryRun);

            (await OutputUtilities.GetIsKnownAsync(a!.Arn)).ShouldBe(!isDryRun);
            (await OutputUtilities.GetIsKnownAsync(a.Id)).ShouldBeFalse();
        }
    }

    private static Thing New(string name, CustomResourceOptions? options = null) => new(name, new ThingArgs { Text = name }, options);
}
