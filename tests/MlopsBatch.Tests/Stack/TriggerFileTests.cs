using System.Text.Json.Nodes;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Tests.Events;

namespace MlopsBatch.Tests.Stack;

/// <summary>What triggers and what is read are two settings.</summary>
public class TriggerFileTests
{
    private static readonly string Raw = Sample.Layout.InferenceData.Prefix;

    [Theory]
    [InlineData("export/_SUCCESS", "export/")]
    [InlineData("manifest.json", "")]
    [InlineData("go.txt", "2026/batch.csv")]
    public async Task A_trigger_file_starts_the_pipeline_on_what_the_settings_name(string key, string reads)
    {
        var stack = new DeclaredStack(await TestStacks.EvaluateAsync(change: settings => Inference(settings, key, reads)));
        var rule = stack.Rules.Single(one => one.Resource.Name.Contains("inference-data", StringComparison.Ordinal));

        InputKey(rule).ShouldBe(Raw + reads);
        var pattern = EventPattern.Parse(rule.Resource.Text("eventPattern")!);
        // Trigger files are empty, mostly.
        pattern.Matches(Sample.Object("example-mlops", Raw + key, size: 0)).ShouldBeTrue();
        pattern.Matches(Sample.Object("example-mlops", $"{Raw}export/part-0.csv")).ShouldBeFalse();
        pattern.Matches(Sample.Object("example-mlops", $"{Raw}other/{key}")).ShouldBeFalse();
        pattern.Matches(Sample.Object("example-mlops", $"{Raw}{key}.tmp")).ShouldBeFalse();
        Parameters(stack, "batch-inference")[ParameterNames.InputKey].ShouldBe(Raw + reads);
    }

    [Fact]
    public async Task Without_the_setting_the_object_that_arrives_is_read()
    {
        var stack = new DeclaredStack(await TestStacks.EvaluateAsync());
        InputKey(stack.Rules.Single(one => one.Resource.Name.Contains("inference-data", StringComparison.Ordinal)))
            .ShouldBe("$.detail.object.key");
    }

    [Fact]
    public async Task A_training_that_nothing_arrived_for_reads_the_same()
    {
        var stack = new DeclaredStack(
            await TestStacks.EvaluateAsync(change: settings =>
                settings["models"]![0]!["triggers"] = new JsonObject
                {
                    ["training"] = new JsonObject { ["key"] = "_SUCCESS", ["reads"] = "full/" },
                }
            )
        );
        Parameters(stack, "training-with-hpo")[ParameterNames.InputKey].ShouldBe(Sample.Layout.TrainingData.Key("full/"));
    }

    [Fact]
    public async Task An_uploaded_batch_comes_before_its_trigger_file()
    {
        var files = Directory.CreateTempSubdirectory("mlops-batch-");
        try
        {
            File.WriteAllText(Path.Combine(files.CreateSubdirectory("data").FullName, "inference-data.csv"), "1,2\n");
            Directory.CreateSymbolicLink(
                Path.Combine(files.FullName, "scripts"),
                Path.Combine(TestStacks.Root.FullName, "scripts")
            );
            var context = TestStacks.Context(change: settings =>
            {
                Inference(settings, "export/_SUCCESS", "export/");
                settings["uploadInferenceData"] = true;
            });
            var stack = await StackEvaluator.EvaluateAsync(context with { Files = new(files) }, FixedApprovedModels.None);
            var objects = stack.OfType(ResourceTypes.BucketObject).ToList();
            var data = objects.Single(one => one.Text("key") == $"{Raw}export/inference-data.csv");
            var trigger = objects.Single(one => one.Text("key") == $"{Raw}export/_SUCCESS");
            trigger.DependsOn.ShouldContain(data.Urn);
            trigger.RetainOnDelete.ShouldBeTrue();
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    private static void Inference(JsonObject settings, string key, string reads) =>
        settings["models"]![0]!["triggers"] = new JsonObject { ["inference"] = new JsonObject { ["key"] = key, ["reads"] = reads } };

    private static string InputKey(DeclaredRule rule) =>
        rule.Targets.ShouldHaveSingleItem()
            .Resource.Inputs["sagemakerPipelineTarget"]!["pipelineParameterLists"]![0]!["value"]!.ToString();

    private static RecordedResource Pipeline(DeclaredStack stack, string name) =>
        stack.OfType(ResourceTypes.Pipeline).Single(one => one.Text("pipelineName")!.EndsWith("-" + name));

    private static Dictionary<string, string> Parameters(DeclaredStack stack, string pipeline) =>
        JsonNode
            .Parse(Pipeline(stack, pipeline).Text("pipelineDefinition")!)!["Parameters"]!.AsArray()
            .ToDictionary(parameter => parameter!["Name"]!.ToString(), parameter => parameter!["DefaultValue"]?.ToString() ?? "");
}
