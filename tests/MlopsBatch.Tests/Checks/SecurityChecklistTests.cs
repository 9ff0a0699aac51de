using MlopsBatch.Checks;
using MlopsBatch.Checks.Limits;
using MlopsBatch.Checks.Security;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Checks;

public class SecurityChecklistTests
{
    [Fact]
    public void There_are_55_rows() =>
        SecurityChecklist.Rows.Select(row => row.Number).ShouldBe(Enumerable.Range(1, SecurityChecklist.Count));

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task No_row_fails(string name) => Failures(await TestStacks.EvaluateAsync(name)).ShouldBeEmpty();

    [Fact]
    public async Task A_lifecycle_rule_of_a_long_prefix_has_an_id_that_S3_takes()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings => settings["bucket"]!["prefix"] = new string('p', 256));
        AwsLimits.Judge(stack, 300).Single(row => row.Row == "lifecycle ids").Outcome.ShouldBe(CheckOutcome.Pass);
        stack.OfType(ResourceTypes.BucketLifecycle).Single(lifecycle => lifecycle.Name == "data").Inputs["rules"]!
            .AsArray()
            .Select(rule => rule!["id"]!.ToString())
            .ShouldBeUnique();
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task A_hundred_models_fit_functions_and_roles(string name)
    {
        var stack = await TestStacks.EvaluateAsync(
            name,
            settings =>
            {
                settings["eventRuleQuota"] = 1000;
                for (var i = 1; i < 100; i++)
                {
                    TestStacks.AddModel(settings, $"model-number-{i}", "ds@example.com");
                }
            }
        );
        // 150 values of a subscription's filter are the responsible people's limit, not the models'.
        AwsLimits.Judge(stack, 1000).Where(row => row.Outcome == CheckOutcome.Fail).ShouldBeEmpty();
    }

    [Fact]
    public async Task Limits_hold_for_many_models()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings =>
        {
            for (var i = 0; i < 40; i++)
            {
                TestStacks.AddModel(settings, $"model-{i}", "ds@example.com");
            }
        });
        Failures(stack).ShouldBeEmpty();
    }

    /// <summary>Each breaks one thing; the row that watches it must notice, and no other may be mistaken for it.</summary>
    [Theory]
    [InlineData(1, "bucketPublicAccessBlock:BucketPublicAccessBlock", "data")]
    [InlineData(2, "bucketPolicy:BucketPolicy", "data")]
    [InlineData(4, "bucketVersioning:BucketVersioning", "data")]
    [InlineData(5, "bucketLogging:BucketLogging", "data")]
    [InlineData(6, "bucketLifecycleConfiguration:BucketLifecycleConfiguration", "data")]
    [InlineData(7, "bucketNotification:BucketNotification", "data")]
    [InlineData(8, "bucketOwnershipControls:BucketOwnershipControls", "data")]
    [InlineData(12, "topicPolicy:TopicPolicy", "quality")]
    [InlineData(48, "metricAlarm:MetricAlarm", "notifications-errors")]
    [InlineData(48, "metricAlarm:MetricAlarm", "undelivered-events-waiting")]
    [InlineData(48, "metricAlarm:MetricAlarm", "undelivered-mails-waiting")]
    [InlineData(48, "pipe:Pipe", "undelivered-events")]
    public async Task A_missing_resource_fails_its_row(int row, string type, string name)
    {
        var stack = await TestStacks.EvaluateAsync();
        var broken = stack with
        {
            Resources = [.. stack.Resources.Where(one => !(one.Type.EndsWith(type, StringComparison.Ordinal) && one.Name == name))],
        };
        broken.Resources.Length.ShouldBe(stack.Resources.Length - 1);
        Failures(broken).Select(result => result.Row).ShouldBe([row.ToString()]);
    }

    /// <summary>Without it, nobody is let in without TLS any more, and SNS not at all.</summary>
    [Fact]
    public async Task A_missing_policy_of_a_queue_fails_the_rows_of_those_who_send_there_as_well()
    {
        var stack = await TestStacks.EvaluateAsync();
        var broken = stack with
        {
            Resources = [.. stack.Resources.Where(one => one is not { Type: ResourceTypes.QueuePolicy, Name: "undelivered-mails" })],
        };
        Failures(broken).Select(result => result.Row).ShouldBe(["15", "18"]);
    }

    [Theory]
    [InlineData(11, "topic:Topic", "quality", "kmsMasterKeyId")]
    [InlineData(15, "topicSubscription:TopicSubscription", "quality-ds@example.com", "redrivePolicy")]
    [InlineData(17, "queue:Queue", "undelivered-mails", "kmsMasterKeyId")]
    [InlineData(19, "queue:Queue", "undelivered-mails", "messageRetentionSeconds")]
    [InlineData(21, "functionEventInvokeConfig:FunctionEventInvokeConfig", "notifications", "destinationConfig")]
    [InlineData(23, "function:Function", "notifications", "tracingConfig")]
    [InlineData(24, "function:Function", "notifications", "kmsKeyArn")]
    [InlineData(29, "permission:Permission", "notifications-rules", "sourceArn")]
    [InlineData(30, "function:Function", "notifications", "timeout")]
    [InlineData(38, "key:Key", "data", "enableKeyRotation")]
    [InlineData(41, "key:Key", "data", "deletionWindowInDays")]
    [InlineData(42, "eventTarget:EventTarget", "executions-notifications", "retryPolicy")]
    [InlineData(44, "secret:Secret", "gitlab-token", "kmsKeyId")]
    [InlineData(46, "logGroup:LogGroup", "audit", "retentionInDays")]
    [InlineData(47, "logGroup:LogGroup", "audit", "kmsKeyId")]
    [InlineData(48, "queue:Queue", "failed-functions", "redrivePolicy")]
    [InlineData(53, "pipeline:Pipeline", "abalone-training", "parallelismConfiguration")]
    [InlineData(54, "role:Role", "abalone-jobs", "tags")]
    public async Task A_missing_input_fails_its_row(int row, string type, string name, string input)
    {
        var stack = await TestStacks.EvaluateAsync();
        var resource = stack.Resources.Single(one => one.Type.EndsWith($"/{type}", StringComparison.Ordinal) && one.Name == name);
        resource.Inputs.Remove(input).ShouldBeTrue();
        Failures(stack).Select(result => result.Row).ShouldBe([row.ToString()]);
    }

    [Theory]
    [InlineData(49, "abalone-batch-inference", "\"EnableNetworkIsolation\": true", "\"EnableNetworkIsolation\": false")]
    [InlineData(50, "abalone-training", "\"VolumeKmsKeyId\"", "\"NoKey\"")]
    [InlineData(
        51,
        "abalone-training-with-hpo",
        "\"EnableInterContainerTrafficEncryption\": true",
        "\"EnableInterContainerTrafficEncryption\": false"
    )]
    [InlineData(52, "abalone-training", "\"VpcConfig\"", "\"NoVpc\"")]
    [InlineData(53, "abalone-training", "\"StoppingCondition\"", "\"NoEnd\"")]
    public async Task A_weakened_definition_fails_its_row(int row, string pipeline, string what, string instead)
    {
        var stack = await TestStacks.EvaluateAsync();
        var inputs = stack.OfType(ResourceTypes.Pipeline).Single(resource => resource.Name == pipeline).Inputs;
        var definition = inputs["pipelineDefinition"]!.ToString();
        definition.ShouldContain(what);
        inputs["pipelineDefinition"] = definition.Replace(what, instead);
        Failures(stack).Select(result => result.Row).ShouldContain(row.ToString());
    }

    [Theory]
    [InlineData(32, "\"kms:Decrypt\"", "\"kms:*\"")]
    [InlineData(33, "\"arn:aws:secretsmanager:eu-west-1:111122223333:secret:mlops-batch/gitlab-token-AbCdEf\"", "\"*\"")]
    [InlineData(36, "\"events:PutEvents\"", "\"iam:CreateUser\"")]
    public async Task A_wider_policy_fails_its_row(int row, string what, string instead)
    {
        var stack = await TestStacks.EvaluateAsync();
        var inputs = stack.OfType(ResourceTypes.RolePolicy).Single(policy => policy.Name == "approval-deploy").Inputs;
        inputs["policy"]!.ToString().ShouldContain(what);
        inputs["policy"] = inputs["policy"]!.ToString().Replace(what, instead);
        Failures(stack).Select(result => result.Row).ShouldContain(row.ToString());
    }

    [Fact]
    public async Task Waivers_are_used()
    {
        var used = SecurityChecklist.Judge(await TestStacks.EvaluateAsync(), Waivers.All).SelectMany(row => row.Waivers).ToList();
        used.ShouldBe(Waivers.All);
    }

    private static List<CheckResult> Failures(EvaluatedStack stack) =>
        [
            .. SecurityChecklist
                .Judge(stack, Waivers.All)
                .Concat(AwsLimits.Judge(stack, ruleQuota: 300))
                .Where(row => row.Outcome == CheckOutcome.Fail),
        ];
}
