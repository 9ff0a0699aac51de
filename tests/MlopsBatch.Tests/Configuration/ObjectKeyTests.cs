using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Configuration;

/// <summary>Which keys triggers and schedules may name: what S3 takes, but nothing that no URI can hold.</summary>
public sealed class ObjectKeyTests
{
    [Theory]
    [InlineData("training-data.csv")]
    [InlineData("dt=2026-11-20 greeting+file (2) 100%, ä.csv")]
    [InlineData("year=2026/..hidden/a&b;c@d:e.csv")]
    [InlineData(".../日本.csv")]
    public void What_S3_takes_is_taken(string key) => FaultsOf(key).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("/leading.csv")]
    [InlineData("trailing/")]
    [InlineData("two//slashes.csv")]
    [InlineData("../beside.csv")]
    [InlineData("folder/./file.csv")]
    [InlineData("line\nbreak.csv")]
    [InlineData("line-end.csv\n")]
    public void What_no_object_of_the_prefix_can_be_called_is_refused(string key)
    {
        var faults = FaultsOf(key);
        faults.ShouldContain("settings.models[0].triggers.training.key");
        faults.ShouldContain("settings.models[0].schedules.training.key");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("weekly/", true)]
    [InlineData("Woche 47/ä", true)]
    [InlineData("/weekly", false)]
    [InlineData("../weekly/", false)]
    [InlineData("weekly//", false)]
    public void A_prefix_may_end_within_a_name_or_at_a_slash(string prefix, bool accepted)
    {
        var settings = TestStacks.Settings("docs/examples/Pulumi.single.yaml");
        settings["models"]![0]!["triggers"]!["training"] = new JsonObject { ["prefix"] = prefix };
        (Paths(settings).Count == 0).ShouldBe(accepted);
    }

    private static List<string> FaultsOf(string key)
    {
        var settings = TestStacks.Settings("docs/examples/Pulumi.single.yaml");
        var model = settings["models"]![0]!;
        model["triggers"]!["training"] = new JsonObject { ["key"] = key };
        model["schedules"] = new JsonObject
        {
            ["training"] = new JsonObject { ["cron"] = "0 3 * * ? *", ["key"] = key },
        };
        return Paths(settings);
    }

    private static List<string> Paths(JsonObject settings) =>
        [
            .. SettingsReader
                .TryRead(settings.ToJsonString(), new StackFacts("dev", "eu-west-1"))
                .Faults.Select(fault => fault.ToString().Split(' ')[1].TrimEnd(':')),
        ];
}
