using System.Text.Json.Nodes;
using MlopsBatch.Events.Settings;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Tests.Stack;

public class EvaluationTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task The_same_settings_declare_the_same_bytes(string stack)
    {
        var (first, second) = (await TestStacks.EvaluateAsync(stack), await TestStacks.EvaluateAsync(stack));
        first.ToJson().ToJsonString().ShouldBe(second.ToJson().ToJsonString());
    }

    [Fact]
    public async Task Stacks_can_be_evaluated_side_by_side()
    {
        var alone = await Task.WhenAll(new[] { "dev", "staging", "prod" }.Select(stack => TestStacks.EvaluateAsync(stack)));
        var together = await Task.WhenAll(
            new[] { "dev", "staging", "prod" }.Select(stack => Task.Run(() => TestStacks.EvaluateAsync(stack)))
        );
        together.Select(stack => stack.ToJson().ToJsonString()).ShouldBe(alone.Select(stack => stack.ToJson().ToJsonString()));
    }

    [Fact]
    public async Task Urns_and_names_are_unique()
    {
        var stack = await TestStacks.EvaluateAsync();
        stack.Resources.Select(resource => resource.Urn).ShouldBeUnique();
        foreach (var type in stack.Resources.Where(resource => !resource.IsComponent).GroupBy(resource => resource.Type))
        {
            type.Select(resource => resource.Name).ShouldBeUnique();
        }
    }

    [Fact]
    public async Task Pipelines_wait_for_their_scripts()
    {
        var stack = await TestStacks.EvaluateAsync();
        var scripts = stack.Resources.Where(resource => resource.Text("key")?.Contains("/scripts/") == true).ToList();
        scripts.ShouldAllBe(script => script.RetainOnDelete);
        scripts.Select(script => script.Text("key")!.Split('/')[^1]).ShouldContain(S3Layout.SourceArchive);
        foreach (var pipeline in stack.OfType(ResourceTypes.Pipeline))
        {
            pipeline.DependsOn.ShouldBe(scripts.Select(script => script.Urn), ignoreOrder: true);
            pipeline.Text("pipelineDefinition")!.ShouldContain(scripts[0].Text("key")!.Split('/')[^2]);
        }
    }

    /// <summary>A mail that promises a tuning which no rule starts would be believed.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Mails_promise_a_tuning_only_where_a_rule_starts_one(bool hasBus, bool promises)
    {
        var stack = await TestStacks.EvaluateAsync(
            "prod",
            settings =>
            {
                if (!hasBus)
                {
                    ((JsonObject)settings["registry"]!).Remove("eventBusArn");
                }
            }
        );
        stack.OfType(ResourceTypes.Rule).Any(rule => rule.Name == "abalone-violation").ShouldBe(promises);
        var told = stack.OfType(ResourceTypes.Layer).Single().Inputs["code"]!["archive"]!["settings.json"]!.ToString();
        LambdaSettings.Parse(told).Models.Single().RetrainOnViolation.ShouldBe(promises);
        stack.Outputs["awaited"]!
            .AsArray()
            .Any(line => line!.ToString().StartsWith("Quality violations start no tuning: settings.registry.eventBusArn is missing"))
            .ShouldBe(!promises);
    }

    [Fact]
    public async Task Without_an_approved_version_inference_waits_and_its_triggers_are_off()
    {
        var stack = await TestStacks.EvaluateAsync(approved: FixedApprovedModels.None);
        var inference = stack.OfType(ResourceTypes.Pipeline).Single(pipeline => pipeline.Name == "abalone-batch-inference");
        var steps = (JsonArray)JsonNode.Parse(inference.Text("pipelineDefinition")!)!["Steps"]!;
        steps.Single()!["Name"]!.ToString().ShouldBe(StepNames.NoApprovedModel);
        stack.OfType(ResourceTypes.Rule).Single(rule => rule.Name == "abalone-inference-data").Text("state").ShouldBe("DISABLED");
        stack.OfType(ResourceTypes.Schedule).Single().Text("state").ShouldBe("DISABLED");
        stack.OfType(ResourceTypes.Rule).Single(rule => rule.Name == "abalone-training-data").Text("state").ShouldBe("ENABLED");
        stack.Outputs["awaited"]!
            .AsArray()
            .Select(item => item!.ToString())
            .ShouldContain("Model abalone: no version of group abalone is approved; batch inference waits for one, its triggers are off");
    }

    [Fact]
    public async Task The_approved_version_changes_inputs_only()
    {
        var (none, first) = (await TestStacks.EvaluateAsync(approved: FixedApprovedModels.None), await TestStacks.EvaluateAsync());
        first.Resources.Select(resource => resource.Urn).ShouldBe(none.Resources.Select(resource => resource.Urn));
        first
            .Resources.Zip(none.Resources)
            .Where(pair => !JsonNode.DeepEquals(pair.First.Inputs, pair.Second.Inputs))
            .Select(pair => pair.First.Name)
            .ShouldBe(["abalone-batch-inference", "abalone-inference-data", "abalone-inference"]);
    }

    [Fact]
    public async Task Recreating_pipelines_replaces_nothing_else()
    {
        static void Recreate(JsonObject settings) => settings["recreatePipelines"] = true;
        var (one, two) = (
            await TestStacks.EvaluateAsync(change: Recreate, runId: "1"),
            await TestStacks.EvaluateAsync(change: Recreate, runId: "2")
        );
        one.Resources.Zip(two.Resources)
            .Where(pair => !JsonNode.DeepEquals(pair.First.Inputs, pair.Second.Inputs))
            .Select(pair => pair.First.Type)
            .Distinct()
            .ShouldBe([ResourceTypes.Pipeline]);
    }

    [Fact]
    public async Task Uploads_wait_for_their_triggers_and_stay_when_turned_off()
    {
        var files = Directory.CreateTempSubdirectory("mlops-batch-");
        try
        {
            Directory.CreateDirectory(Path.Combine(files.FullName, "data"));
            foreach (var name in new[] { "training-data.csv", "inference-data.csv" })
            {
                File.WriteAllText(Path.Combine(files.FullName, "data", name), "1,2\n");
            }

            var context = TestStacks.Context(change: settings =>
            {
                settings["uploadTrainingData"] = true;
                settings["uploadInferenceData"] = true;
            });
            CopyScripts(Path.Combine(TestStacks.Root.FullName, "scripts"), Path.Combine(files.FullName, "scripts"));
            var stack = await StackEvaluator.EvaluateAsync(context with { Files = new(files) }, FixedApprovedModels.None);
            var uploads = stack.OfType(ResourceTypes.BucketObject).Where(upload => upload.Text("key")!.Contains("/data/raw/")).ToList();
            uploads
                .Select(upload => upload.Text("key"))
                .ShouldBe(["abalone/training/data/raw/training-data.csv", "abalone/batch-scoring/data/raw/inference-data.csv"]);
            uploads.ShouldAllBe(upload => upload.RetainOnDelete);
            uploads
                .Select(upload => upload.DependsOn.Select(urn => urn.Split("::")[^1]))
                .ShouldBe([
                    ["abalone-training-data-pipeline", "abalone-start", "data"],
                    ["abalone-inference-data-pipeline", "abalone-start", "data"],
                ]);
            // Its trigger is off while no version is approved, so the batch is put again once one is.
            uploads[1].Inputs["metadata"]!["trigger"]!
                .ToString()
                .ShouldBe("waiting");
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    private static void CopyScripts(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var script in Directory.GetFiles(from, "*.py"))
        {
            File.Copy(script, Path.Combine(to, Path.GetFileName(script)));
        }
    }
}
