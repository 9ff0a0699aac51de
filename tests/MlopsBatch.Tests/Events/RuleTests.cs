using System.Text.Json.Nodes;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Events;

/// <summary>Every declared rule against events that must match and near misses that must not.</summary>
public class RuleTests
{
    private const string Training = "abalone-training";
    private const string Hpo = "abalone-training-with-hpo";
    private const string Inference = "abalone-batch-inference";
    private static readonly string TrainingKey = Sample.Layout.TrainingData.Key("training-data.csv");
    private static readonly string BatchKey = Sample.Layout.InferenceData.Key("2026/week-1.csv");
    private static readonly string ViolationsKey = Sample.Layout.DataQuality.Key("q9w8e7r6t5y4", S3Layout.ConstraintViolations);

    public static TheoryData<string, JsonObject[], JsonObject[]> Rules =>
        new()
        {
            {
                "executions",
                [Sample.Execution(Training, "Failed"), Sample.Execution(Hpo, "Failed"), Sample.Execution(Inference, "Failed")],
                [
                    Sample.Execution(Training, "Succeeded"),
                    Sample.Execution(Training, "Executing"),
                    Sample.Execution("other-training", "Failed"),
                    Sample.Execution(Training, "Failed", "222233334444"),
                    Sample.Step(Training, StepNames.Training, "Failed"),
                ]
            },
            {
                "versions",
                [
                    Sample.Version("abalone", ApprovalStatuses.Pending),
                    Sample.Version("abalone", ApprovalStatuses.Approved, UpdatedFields.ApprovalStatus),
                    Sample.Version("abalone", ApprovalStatuses.Rejected, "ModelLifeCycle", UpdatedFields.ApprovalStatus),
                ],
                [
                    Sample.Version("abalone", ApprovalStatuses.Approved, UpdatedFields.CustomerMetadata),
                    Sample.Version("abalone2", ApprovalStatuses.Approved, UpdatedFields.ApprovalStatus),
                    Sample.Version("abalone", "Unknown"),
                ]
            },
            {
                "decisions",
                [
                    Sample.Version("abalone", ApprovalStatuses.Approved, UpdatedFields.ApprovalStatus),
                    Sample.Version("abalone", ApprovalStatuses.Rejected, UpdatedFields.ApprovalStatus),
                    Sample.Version("abalone", ApprovalStatuses.Approved, UpdatedFields.CustomerMetadata),
                    Sample.Version("abalone", ApprovalStatuses.Approved, UpdatedFields.ApprovalDescription),
                ],
                [
                    Sample.Version("abalone", ApprovalStatuses.Pending, UpdatedFields.ApprovalStatus),
                    Sample.Version("abalone", ApprovalStatuses.Approved, "sourceUri"),
                    Sample.Version("other", ApprovalStatuses.Approved, UpdatedFields.ApprovalStatus),
                ]
            },
            {
                "deployments",
                [
                    Sample.Deployment(DetailTypes.DeploymentTriggered),
                    Sample.Deployment(DetailTypes.DeploymentRefused),
                    Sample.Deployment(DetailTypes.DeploymentFailed),
                    Sample.Deployment(DetailTypes.TuningStarted),
                    Sample.Deployment(DetailTypes.TuningSkipped),
                    Sample.Deployment(DetailTypes.ModelDeployed),
                    Sample.Deployment(DetailTypes.ModelRolledBack),
                    Sample.Deployment(DetailTypes.ModelDeploymentFailed),
                    Sample.Deployment(DetailTypes.StackDrift),
                ],
                [
                    Sample.Deployment("MlopsBatch Something Else"),
                    // It is asked of the function by a rule's target, and never put on a bus.
                    Sample.Deployment(DetailTypes.TuningRequested),
                    Sample.Execution(Training, "Failed"),
                ]
            },
            {
                "violations",
                [Sample.Object("example-mlops", ViolationsKey)],
                [
                    Sample.Object("example-mlops-dev", ViolationsKey),
                    Sample.Object("example-mlops", Sample.Layout.DataQuality.Key("q9w8e7r6t5y4", "statistics.json")),
                    Sample.Object("example-mlops", $"{ViolationsKey}.bak"),
                    Sample.Object("example-mlops", Sample.Layout.ModelQuality.Key("q9w8e7r6t5y4", S3Layout.ConstraintViolations)),
                ]
            },
            {
                "abalone-training-data",
                [Sample.Object("example-mlops", TrainingKey), Sample.Object("example-mlops", TrainingKey, size: 1)],
                [
                    Sample.Object("example-mlops", $"{TrainingKey}.bak"),
                    Sample.Object("other", TrainingKey),
                    Sample.Object("example-mlops", Sample.Layout.InferenceData.Key("training-data.csv")),
                ]
            },
            {
                "abalone-inference-data",
                [
                    Sample.Object("example-mlops", BatchKey),
                    Sample.Object("example-mlops", BatchKey, size: 1),
                    Sample.Object("example-mlops", Sample.Layout.InferenceData.Key("a.csv")),
                ],
                [
                    Sample.Object("example-mlops", TrainingKey),
                    Sample.Object("example-mlops", Sample.Layout.GroundTruth.Key("a.csv")),
                    Sample.Object("example-mlops", Sample.Layout.InferenceData.Key("folder/"), size: 0),
                ]
            },
            {
                "abalone-retraining",
                [Sample.Step(Inference, StepNames.ModelQualityViolation, "Failed")],
                // A crash of the check fails another step, and must not start the expensive tuning.
                [
                    Sample.Step(Inference, StepNames.ModelQualityCalculation, "Failed"),
                    Sample.Step(Inference, StepNames.ModelQualityViolation, "Executing"),
                    Sample.Step(Training, StepNames.ModelQualityViolation, "Failed"),
                    Sample.Execution(Inference, "Failed"),
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Matches_what_it_is_for_and_nothing_else(string name, JsonObject[] matching, JsonObject[] missing)
    {
        var pattern = PatternOf(await TestStacks.EvaluateAsync(), name);
        foreach (var one in matching)
        {
            pattern.Matches(one).ShouldBeTrue($"{name} should match {one.ToJsonString()}");
        }

        foreach (var one in missing)
        {
            pattern.Matches(one).ShouldBeFalse($"{name} should not match {one.ToJsonString()}");
        }
    }

    [Fact]
    public async Task Every_rule_is_tested()
    {
        var declared = (await TestStacks.EvaluateAsync()).OfType(ResourceTypes.Rule).Select(rule => rule.Name);
        declared.Order().ShouldBe(Rules.Select(row => (string)row[0]).Order());
    }

    [Fact]
    public async Task The_object_that_arrived_is_passed_on()
    {
        var targets = (await TestStacks.EvaluateAsync()).OfType(ResourceTypes.Target).ToDictionary(target => target.Name);
        foreach (var name in new[] { "abalone-training-data-pipeline", "abalone-inference-data-pipeline" })
        {
            var parameter = targets[name].Inputs["sagemakerPipelineTarget"]!["pipelineParameterLists"]!.AsArray().Single()!;
            (parameter["name"]!.ToString(), parameter["value"]!.ToString()).ShouldBe((ParameterNames.InputKey, "$.detail.object.key"));
        }
    }

    [Theory]
    [InlineData("failures", "Failed")]
    [InlineData("all", "Failed", "Stopped", "Succeeded")]
    public async Task People_are_told_as_much_as_they_want(string notifyOn, params string[] states)
    {
        var stack = await TestStacks.EvaluateAsync(change: settings => settings["notifications"]!["notifyOn"] = notifyOn);
        var pattern = PatternOf(stack, "executions");
        new[] { "Executing", "Failed", "Stopped", "Succeeded" }
            .Where(state => pattern.Matches(Sample.Execution(Training, state)))
            .ShouldBe(states);
        stack.OfType(ResourceTypes.Rule).Any(rule => rule.Name == "steps").ShouldBe(notifyOn == "all");
    }

    [Fact]
    public async Task Custom_messages_bring_their_steps()
    {
        var stack = await TestStacks.EvaluateAsync("dev");
        var pattern = PatternOf(stack, "steps");
        pattern.Matches(Sample.Step(Training, StepNames.ModelRegister, "Succeeded")).ShouldBeTrue();
        pattern.Matches(Sample.Step(Training, StepNames.ModelRegister, "Failed")).ShouldBeFalse();
        pattern.Matches(Sample.Step(Training, StepNames.Training, "Succeeded")).ShouldBeFalse();
    }

    [Fact]
    public async Task Violations_of_deploy_accounts_start_tuning_here()
    {
        var stack = await TestStacks.EvaluateAsync("dev");
        stack
            .OfType(ResourceTypes.Rule)
            .Single(rule => rule.Name == "abalone-remote-retraining")
            .Text("eventBusName")
            .ShouldBe("mlops-batch-dev");
        var pattern = PatternOf(stack, "abalone-remote-retraining");
        pattern.Matches(Sample.Step(Inference, StepNames.ModelQualityViolation, "Failed", "444455556666")).ShouldBeTrue();
        pattern.Matches(Sample.Step(Inference, StepNames.ModelQualityViolation, "Failed", "999900001111")).ShouldBeFalse();
        pattern.Matches(Sample.Step(Inference, StepNames.ModelQualityCalculation, "Failed", "444455556666")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_days_between_tunings_reach_the_function_that_counts_them()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings =>
            settings["models"]![0]!["hpo"] = new JsonObject { ["cooldownDays"] = 30 }
        );
        var layer = stack.OfType(ResourceTypes.Layer).Single().Inputs["code"]!["archive"]!["settings.json"]!.ToString();
        ((int)JsonNode.Parse(layer)!["models"]![0]!["tuningCooldownDays"]!).ShouldBe(30);
    }

    private static EventPattern PatternOf(EvaluatedStack stack, string rule) =>
        EventPattern.Parse(stack.OfType(ResourceTypes.Rule).Single(resource => resource.Name == rule).Text("eventPattern")!);
}
