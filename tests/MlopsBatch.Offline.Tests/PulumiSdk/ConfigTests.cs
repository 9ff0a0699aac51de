using System.Text.Json;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>Reading the configuration that the engine hands over.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class ConfigTests(ProcessEnvironment environment)
{
    [Fact]
    public Task Values_are_read_by_namespace_and_type() =>
        WithConfigAsync(
            new()
            {
                ["shop:name"] = "x",
                ["shop:on"] = "true",
                ["shop:count"] = "3",
                ["shop:share"] = "0.5",
                ["shop:list"] = "[1,2]",
                ["aws:region"] = "eu-west-1",
            },
            async () =>
            {
                var config = new Config();

                config.Require("name").ShouldBe("x");
                config.RequireBoolean("on").ShouldBeTrue();
                config.RequireInt32("count").ShouldBe(3);
                config.RequireDouble("share").ShouldBe(0.5);
                config.RequireObject<List<int>>("list").ShouldBe([1, 2]);
                new Config("aws").Get("region").ShouldBe("eu-west-1");
                config.Get("region").ShouldBeNull();
                config.GetInt32("none").ShouldBeNull();
                config.GetObject<List<int>>("none").ShouldBeNull();
                config.GetSecret("none").ShouldBeNull();
                (await Output.IsSecretAsync(config.RequireSecret("name"))).ShouldBeTrue();
                (await OutputUtilities.GetValueAsync(config.GetSecretInt32("count")!)).ShouldBe(3);
                (await OutputUtilities.GetValueAsync(config.RequireSecretObject<List<int>>("list"))).ShouldBe([1, 2]);
            }
        );

    [Theory]
    [InlineData(
        "none",
        "Missing Required configuration variable 'shop:none'\n\tplease set a value using the command `pulumi config set shop:none <value>`"
    )]
    [InlineData("word", "Configuration 'shop:word' value 'three' is not a valid Int32")]
    public Task A_missing_or_wrong_value_is_named(string key, string message) =>
        WithConfigAsync(
            new() { ["shop:word"] = "three" },
            () =>
            {
                Should.Throw<RunException>(() => new Config("shop").RequireInt32(key)).Message.ShouldBe(message);
                return Task.CompletedTask;
            }
        );

    private Task WithConfigAsync(Dictionary<string, string> values, Func<Task> check) =>
        environment.WithAsync(
            new Dictionary<string, string?> { ["PULUMI_CONFIG"] = JsonSerializer.Serialize(values) },
            () => Deployment.TestAsync(new RecordingMocks(), new TestOptions { ProjectName = "shop" }, check)
        );
}
