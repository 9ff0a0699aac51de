using MlopsBatch.EngineRecording;
using Pulumi;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Wire;

/// <summary>How inputs are written.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class ValueTests(ProcessEnvironment environment)
{
    private const string Signature = EngineRun.Signature;

    [Fact]
    public async Task Plain_values_are_plain_and_nulls_are_left_out()
    {
        var run = await RunAsync(
            new ThingArgs
            {
                Text = "x",
                Size = 3,
                Labels = { "b", "a" },
                Tags = { { "z", "1" }, { "a", "2" } },
                Nested = new NestedArgs { On = true },
            }
        );

        run.Engine.Registration("a")
            .Inputs.ToJsonString()
            .ShouldBe("""{"labels":["b","a"],"nested":{"on":true},"size":3,"tags":{"a":"2","z":"1"},"text":"x"}""");
    }

    [Fact]
    public async Task Secrets_stay_at_the_level_where_they_occur()
    {
        var run = await RunAsync(
            new ThingArgs { Text = Output.CreateSecret("x"), Tags = { { "open", "1" }, { "closed", Output.CreateSecret("2") } } }
        );

        run.Input("a", "text").ShouldBe(Secret("\"x\""));
        run.Input("a", "tags").ShouldBe($$"""{"closed":{{Secret("\"2\"")}},"open":"1"}""");

        static string Secret(string value) => $$"""{"{{Signature}}":"1b47061264138c4ac30d75fd1eb44270","value":{{value}}}""";
    }

    [Fact]
    public async Task Unknown_values_are_a_text_also_when_they_are_secret()
    {
        var run = await RunAsync(
            new ThingArgs
            {
                Text = OutputUtilities.CreateUnknown("x"),
                Labels = { "known", Output.CreateSecret(OutputUtilities.CreateUnknown("y")) },
            }
        );

        run.Input("a", "text").ShouldBe($"\"{EngineRun.Unknown}\"");
        run.Input("a", "labels").ShouldBe($"""["known","{EngineRun.Unknown}"]""");
    }

    [Fact]
    public async Task Assets_and_archives_bear_their_signatures_and_paths_as_written()
    {
        (await SourceAsync(new StringAsset("content"))).ShouldBe(Asset("\"text\":\"content\""));
        (await SourceAsync(new FileAsset("./a/../b.txt"))).ShouldBe(Asset("\"path\":\"./a/../b.txt\""));
        (await SourceAsync(new RemoteAsset("https://example.com/a"))).ShouldBe(Asset("\"uri\":\"https://example.com/a\""));
        (await SourceAsync(new FileArchive("a.zip"))).ShouldBe(Archive("\"path\":\"a.zip\""));
        (await SourceAsync(new RemoteArchive("https://example.com/a.zip"))).ShouldBe(Archive("\"uri\":\"https://example.com/a.zip\""));
        var assets = new Dictionary<string, AssetOrArchive> { ["b"] = new StringAsset("x"), ["a"] = new FileArchive("y") };
        (await SourceAsync(new AssetArchive(assets))).ShouldBe(
            Archive("\"assets\":{\"a\":" + Archive("\"path\":\"y\"") + ",\"b\":" + Asset("\"text\":\"x\"") + "}")
        );

        async Task<string?> SourceAsync(AssetOrArchive source) =>
            (await RunAsync(new ThingArgs { Text = "x", Source = source })).Input("a", "source");
        static string Asset(string field) => $$"""{"{{Signature}}":"c44067f5952c0a294b673a41bacd8c17",{{field}}}""";
        static string Archive(string field) => $$"""{"{{Signature}}":"0def7320c3a5731c473e5ecbe6d01bc7",{{field}}}""";
    }

    [Theory]
    [InlineData(true, false, """{"$":"5cf8f73096256a8f31e491e813e4eb8e","urn":"URN","id":"b-id"}""")]
    [InlineData(true, true, """{"$":"5cf8f73096256a8f31e491e813e4eb8e","urn":"URN","id":""}""")]
    [InlineData(false, false, "\"b-id\"")]
    [InlineData(false, true, "\"" + EngineRun.Unknown + "\"")]
    public async Task A_resource_is_a_reference_or_its_id(bool references, bool dryRun, string expected)
    {
        var run = await EngineRun.OfAsync(
            environment,
            () => _ = new Thing("a", new ThingArgs { Text = "x", Anything = Output.Create<object>(EngineRun.New("b")) }),
            new EngineOptions { DryRun = dryRun, Without = references ? new HashSet<string>() : ["resourceReferences"] }
        );

        run.Input("a", "anything")
            .ShouldBe(expected.Replace("$", Signature).Replace("URN", "urn:pulumi:dev::shop::test:index/thing:Thing::b"));
    }

    [Theory]
    [InlineData(true, """{"$":"5cf8f73096256a8f31e491e813e4eb8e","urn":"urn:pulumi:dev::shop::my:Group::group"}""")]
    [InlineData(false, "\"urn:pulumi:dev::shop::my:Group::group\"")]
    public async Task A_component_is_a_reference_without_id_or_its_urn(bool references, string expected)
    {
        var run = await EngineRun.OfAsync(
            environment,
            () =>
            {
                var group = new ComponentResource("my:Group", "group");
                _ = new Thing("a", new ThingArgs { Text = "x", Anything = Output.Create<object>(group) });
            },
            new EngineOptions { Without = references ? new HashSet<string>() : ["resourceReferences"] }
        );

        run.Input("a", "anything").ShouldBe(expected.Replace("$", Signature));
    }

    [Fact]
    public async Task Values_of_json_inputs_are_sent_as_json_text() =>
        (await RunAsync(new ThingArgs { Text = "x", Settings = new() { { "on", true } } })).Engine.Registration("a").Inputs["settings"]!
            .GetValue<string>()
            .Replace(" ", "")
            .ShouldBe("""{"on":true}""");

    private Task<EngineRun> RunAsync(ThingArgs args) => EngineRun.OfAsync(environment, () => _ = new Thing("a", args));
}
