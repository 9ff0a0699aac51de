using System.Text.Json.Nodes;
using MlopsBatch.EngineRecording;
using Pulumi;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Wire;

/// <summary>How a resource's options are sent.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class OptionTests(ProcessEnvironment environment)
{
    private const string StackUrn = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

    [Fact]
    public async Task A_plain_resource_has_what_every_registration_has()
    {
        var run = await EngineRun.OfAsync(environment, () => EngineRun.New("a", new() { Version = "1.2.3" }));

        run.Request("a")
            .ShouldBe(
                EngineRun.Json(
                    $$"""
                    {
                      "type": "test:index/thing:Thing", "name": "a", "parent": "{{StackUrn}}", "custom": true,
                      "object": { "text": "a" }, "propertyDependencies": { "text": {} }, "version": "1.2.3",
                      "acceptSecrets": true, "acceptResources": true, "supportsResultReporting": true, "hooks": {}
                    }
                    """
                )
            );
    }

    [Fact]
    public async Task What_says_no_is_told_from_what_says_nothing()
    {
        var run = await EngineRun.OfAsync(
            environment,
            () =>
            {
                _ = EngineRun.New("no", new() { Protect = false, RetainOnDelete = false, DeleteBeforeReplace = false });
                _ = EngineRun.New("yes", new() { Protect = true, RetainOnDelete = true, DeleteBeforeReplace = true });
                _ = EngineRun.New("nothing");
            }
        );

        Fields("no").ShouldBe("protect=false retainOnDelete=false deleteBeforeReplace= deleteBeforeReplaceDefined=true");
        Fields("yes").ShouldBe("protect=true retainOnDelete=true deleteBeforeReplace=true deleteBeforeReplaceDefined=true");
        Fields("nothing").ShouldBe("protect= retainOnDelete= deleteBeforeReplace= deleteBeforeReplaceDefined=");

        string Fields(string name) =>
            string.Join(
                ' ',
                new[] { "protect", "retainOnDelete", "deleteBeforeReplace", "deleteBeforeReplaceDefined" }.Select(field =>
                    $"{field}={run.Engine.Registration(name).Request[field]?.ToJsonString()}"
                )
            );
    }

    [Fact]
    public async Task Protection_and_providers_are_inherited_from_components_and_retention_is_not()
    {
        var run = await EngineRun.OfAsync(
            environment,
            () =>
            {
                var provider = new ProviderResource("test", "mine", ResourceArgs.Empty, null);
                var options = new ComponentResourceOptions { Protect = true, RetainOnDelete = true, Providers = { provider } };
                var group = new ComponentResource("my:Group", "group", options);
                _ = EngineRun.New("child", new() { Parent = group });
            }
        );

        var child = run.Engine.Registration("child");
        (child.Text("provider"), child.Request["protect"]!.GetValue<bool>(), child.Request["retainOnDelete"]).ShouldBe(
            ("urn:pulumi:dev::shop::pulumi:providers:test::mine::mine-id", true, null)
        );
        run.Engine.Registration("mine").Type.ShouldBe("pulumi:providers:test");
    }

    [Fact]
    public async Task A_providers_reach_goes_through_resources_that_have_children()
    {
        var run = await EngineRun.OfAsync(
            environment,
            () =>
            {
                var provider = new ProviderResource("test", "mine", ResourceArgs.Empty, null);
                var given = EngineRun.New("given", new() { Provider = provider });
                _ = EngineRun.New("child of given", new() { Parent = given });
                var group = new ComponentResource("my:index:Group", "group", new ComponentResourceOptions { Providers = { provider } });
                var inherited = EngineRun.New("inherited", new() { Parent = group });
                _ = EngineRun.New("child of inherited", new() { Parent = inherited });
            }
        );

        const string Reference = "urn:pulumi:dev::shop::pulumi:providers:test::mine::mine-id";
        run.Engine.Registration("child of given").Text("provider").ShouldBe(Reference);
        run.Engine.Registration("child of inherited").Text("provider").ShouldBe(Reference);
    }

    [Fact]
    public async Task Lists_times_and_names_are_sent_as_given()
    {
        var run = await EngineRun.OfAsync(
            environment,
            () =>
                EngineRun.New(
                    "a",
                    new()
                    {
                        IgnoreChanges = { "tags" },
                        ReplaceOnChanges = { "size" },
                        AdditionalSecretOutputs = { "text" },
                        ImportId = "existing",
                        PluginDownloadURL = "https://example.com",
                        DeletedWith = EngineRun.New("owner"),
                        CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5), Delete = TimeSpan.FromSeconds(1.5) },
                    }
                )
        );

        var request = run.Engine.Registration("a").Request;
        Part("ignoreChanges").ShouldBe("""["tags"]""");
        Part("replaceOnChanges").ShouldBe("""["size"]""");
        Part("additionalSecretOutputs").ShouldBe("""["text"]""");
        Part("importId").ShouldBe("\"existing\"");
        Part("pluginDownloadURL").ShouldBe("\"https://example.com\"");
        Part("deletedWith").ShouldBe("\"urn:pulumi:dev::shop::test:index/thing:Thing::owner\"");
        Part("customTimeouts").ShouldBe("""{"create":"300000000000ns","delete":"1500000000ns"}""");

        string? Part(string field) => request[field]?.ToJsonString();
    }

    [Fact]
    public async Task A_component_stands_for_its_custom_children_as_a_dependency()
    {
        var run = await EngineRun.OfAsync(
            environment,
            () =>
            {
                var outer = new ComponentResource("my:Outer", "outer");
                var inner = new ComponentResource("my:Inner", "inner", new ComponentResourceOptions { Parent = outer });
                var leaf = EngineRun.New("leaf", new() { Parent = inner });
                _ = new Thing("user", new ThingArgs { Text = leaf.Text, Size = 1 }, new() { DependsOn = { outer } });
            }
        );

        const string Leaf = "urn:pulumi:dev::shop::my:Outer$my:Inner$test:index/thing:Thing::leaf";
        var user = run.Engine.Registration("user").Request;
        user["dependencies"]!.ToJsonString().ShouldBe(new JsonArray(Leaf).ToJsonString());
        user["propertyDependencies"]!["text"]!["urns"]!.ToJsonString().ShouldBe(new JsonArray(Leaf).ToJsonString());
        user["propertyDependencies"]!["size"]!.ToJsonString().ShouldBe("{}");
    }

    [Theory]
    [InlineData(
        true,
        "aliases",
        """
        [
          {"urn":"urn:older"}, {"spec":{"name":"old","type":"old:type"}}, {"spec":{"noParent":true}},
          {"spec":{"parentUrn":"urn:p::p::my:P::p"}}
        ]
        """
    )]
    [InlineData(
        false,
        "aliasURNs",
        """
        [
          "urn:older", "urn:pulumi:dev::shop::old:type::old", "urn:pulumi:dev::shop::test:index/thing:Thing::a",
          "urn:p::p::my:P$test:index/thing:Thing::a"
        ]
        """
    )]
    public async Task Former_names_are_sent_in_the_form_that_the_engine_knows(bool specs, string field, string expected)
    {
        var run = await EngineRun.OfAsync(
            environment,
            () =>
                EngineRun.New(
                    "a",
                    new()
                    {
                        Aliases =
                        {
                            new Alias { Urn = "urn:older" },
                            new Alias { Name = "old", Type = "old:type" },
                            new Alias { NoParent = true },
                            new Alias { ParentUrn = "urn:p::p::my:P::p" },
                        },
                    }
                ),
            new EngineOptions { Without = specs ? new HashSet<string>() : ["aliasSpecs"] }
        );

        var request = run.Engine.Registration("a").Request;
        request[field]!.ToJsonString().ShouldBe(EngineRun.Json(expected));
        request.ContainsKey(specs ? "aliasURNs" : "aliases").ShouldBeFalse();
    }

    [Theory]
    [InlineData(true, "aliases", """[{"spec":{"name":"was"}}]""")]
    [InlineData(
        false,
        "aliasURNs",
        """
        [
          "urn:pulumi:dev::shop::my:index:App$test:index/thing:Thing::was",
          "urn:pulumi:dev::shop::my:index:App$test:index/thing:Thing::app-data",
          "urn:pulumi:dev::shop::my:index:Old$test:index/thing:Thing::old-data",
          "urn:pulumi:dev::shop::my:index:Old$test:index/thing:Thing::was"
        ]
        """
    )]
    public async Task An_engine_that_does_not_know_aliases_is_told_the_urns_that_follow_from_the_parents(
        bool specs,
        string field,
        string expected
    )
    {
        var run = await EngineRun.OfAsync(
            environment,
            () =>
            {
                var unknown = OutputUtilities.CreateUnknown(new Alias { Name = "unknown" });
                var parent = new ComponentResource(
                    "my:index:App",
                    "new-app",
                    new ComponentResourceOptions
                    {
                        Aliases = { new Alias { Name = "app" }, new Alias { Urn = "urn:pulumi:dev::shop::my:index:Old::old" }, unknown },
                    }
                );
                _ = EngineRun.New("new-app-data", new() { Parent = parent, Aliases = { new Alias { Name = "was" }, unknown } });
            },
            new EngineOptions { Without = specs ? new HashSet<string>() : ["aliasSpecs"] }
        );

        run.Engine.Registration("new-app-data").Request[field]!.ToJsonString().ShouldBe(EngineRun.Json(expected));
    }

    [Fact]
    public async Task A_resource_with_an_id_is_read_and_not_registered()
    {
        var run = await EngineRun.OfAsync(
            environment,
            () => EngineRun.New("given", new() { Id = "existing", Version = "1.2.3", AdditionalSecretOutputs = { "text" } })
        );

        run.Engine.Of("ReadResource")
            .Single()
            .Request.ToJsonString()
            .ShouldBe(
                EngineRun.Json(
                    $$"""
                    {
                      "id": "existing", "type": "test:index/thing:Thing", "name": "given", "parent": "{{StackUrn}}",
                      "properties": { "text": "given" }, "version": "1.2.3", "acceptSecrets": true,
                      "additionalSecretOutputs": ["text"], "acceptResources": true
                    }
                    """
                )
            );
        run.Engine.Registered.Count().ShouldBe(1);
    }
}
