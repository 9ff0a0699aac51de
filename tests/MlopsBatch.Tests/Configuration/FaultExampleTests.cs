using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlopsBatch.Checks;
using MlopsBatch.Checks.Installation;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Faults;
using MlopsBatch.Files;
using MlopsBatch.Inspection;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Configuration;

/// <summary>What <c>./mlops explain</c> shows is true: before, there is the fault; after, there isn't.</summary>
public partial class FaultExampleTests
{
    public static TheoryData<string> Played =>
        [.. FaultExamples.All.Where(example => example.Kind != ExampleKind.Shell).Select(example => example.Code)];

    [Fact]
    public void Every_number_has_one_example() =>
        FaultExamples.All.Select(example => example.Code).ShouldBe(FaultCatalogue.All.Select(fault => fault.Code));

    [Theory]
    [MemberData(nameof(Played))]
    public async Task Before_there_is_the_fault_and_after_there_is_not(string code)
    {
        var example = FaultExamples.All.Single(one => one.Code == code);
        (await CodesAsync(example, example.Before)).ShouldContain(code);
        (await CodesAsync(example, example.After)).ShouldNotContain(code);
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(FaultExample example, string text)
    {
        try
        {
            if (example.Kind == ExampleKind.Tfvars)
            {
                TfvarsImport.Read(text, "dev.tfvars");
                return [];
            }

            if (example.Code == FaultCatalogue.StacksDisagree)
            {
                return await BetweenAsync(text);
            }

            var file = StackFile.Parse("dev", text, "Pulumi.dev.yaml");
            if (example.Kind == ExampleKind.Stack)
            {
                file = file with { Config = Merged(file.Config) };
            }

            return await CodesAsync(file);
        }
        catch (Pulumi.RunException fault)
        {
            return [.. Number().Matches(fault.Message).Select(match => match.Value)];
        }
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(StackFile file)
    {
        var settings = SettingsReader.Read(file.Settings, file.Facts());
        var context = new StackContext
        {
            Stack = "dev",
            Region = file.Region,
            Settings = settings,
            Files = new ProjectFiles(TestStacks.Root),
        };
        await StackEvaluator.EvaluateAsync(context, FixedApprovedModels.None);
        return
        [
            .. SettingsReader
                .Warnings(settings, file.Facts())
                .Concat(Waivers.Expired(settings, new(2026, 11, 27)))
                .Select(fault => fault.Code),
        ];
    }

    private static async Task<IReadOnlyList<string>> BetweenAsync(string text)
    {
        var patch = StackFile.Parse("prod", text, "Pulumi.prod.yaml").Config["mlops-batch:settings"]!;
        var dev = TestStacks.Context("dev");
        var handedOut = (await TestStacks.EvaluateAsync("dev")).Outputs["pasteIntoDeployAccounts"]!.ToString();
        var prod = TestStacks.Context("prod", settings => Merge(settings, patch));
        return [.. InstallationCheck.Compare([new(dev, null, handedOut), new(prod, null, null)]).Select(fault => fault.Code)];
    }

    [GeneratedRegex("MB[0-9]{4}")]
    private static partial Regex Number();

    private static Dictionary<string, JsonNode?> Merged(IReadOnlyDictionary<string, JsonNode?> patch)
    {
        var config = StackFile.Read(TestStacks.Root, "docs/examples/Pulumi.single.yaml").Config.ToDictionary();
        foreach (var (key, value) in patch)
        {
            if (value is JsonObject section)
            {
                Merge((JsonObject)config[key]!, section);
            }
            else
            {
                config[key] = value;
            }
        }

        return config;
    }

    /// <summary>Sections into sections, entries of lists of sections by their place; anything else takes the old one's.</summary>
    private static void Merge(JsonNode into, JsonNode patch)
    {
        if (into is JsonObject map && patch is JsonObject other)
        {
            foreach (var (key, value) in other)
            {
                var isList = value is JsonArray { Count: > 0 } entries && entries[0] is JsonObject && map[key] is JsonArray;
                if (isList || (value is JsonObject && map[key] is JsonObject))
                {
                    Merge(map[key]!, value!);
                }
                else
                {
                    map[key] = value?.DeepClone();
                }
            }
        }
        else if (into is JsonArray list && patch is JsonArray others)
        {
            foreach (var (index, entry) in others.Index())
            {
                if (index < list.Count)
                {
                    Merge(list[index]!, entry!);
                }
                else
                {
                    list.Add(entry!.DeepClone());
                }
            }
        }
    }
}
