using System.Text.Json.Nodes;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>Given resources are used and never modified; what they need is said.</summary>
public class GivenResourceTests
{
    private const string Key = "arn:aws:kms:eu-west-1:111122223333:key/99999999-2222-3333-4444-555555555555";
    private const string Role = "arn:aws:iam::111122223333:role/given-role";

    [Fact]
    public async Task Nothing_touches_a_given_bucket_key_or_role()
    {
        var stack = await EvaluateAsync();
        stack
            .Resources.Where(resource => resource.Type.StartsWith("aws:s3/", StringComparison.Ordinal))
            .Select(resource => resource.Type)
            .Distinct()
            .ShouldBe([ResourceTypes.BucketObject]);
        stack.OfType(ResourceTypes.Key).Select(key => key.Name).ShouldBe(["platform"]);
        stack.OfType(ResourceTypes.Role).Select(role => role.Name).ShouldNotContain("abalone-jobs");
        stack.OfType(ResourceTypes.RolePolicy).ShouldAllBe(policy => policy.Text("role") != "given-role");
    }

    [Fact]
    public async Task Pipelines_use_what_is_given()
    {
        foreach (var pipeline in (await EvaluateAsync()).OfType(ResourceTypes.Pipeline))
        {
            pipeline.Text("roleArn").ShouldBe(Role);
            pipeline.Text("pipelineDefinition")!.ShouldContain(Key);
        }
    }

    [Fact]
    public async Task What_they_need_is_an_output_to_paste()
    {
        var requirements = (await EvaluateAsync(settings => settings["deployAccounts"] = new JsonArray("444455556666"))).Outputs[
            "requirements"
        ]!
            .AsArray()
            .Select(requirement => (requirement!["resource"]!.ToString(), requirement["needs"]!.ToString()))
            .ToList();
        requirements.ShouldBe([
            (Key, "a key policy that lets roles of this account use it as their own policies say"),
            (Key, "a key policy that lets the deploy accounts decrypt models"),
            (
                "example-mlops",
                "events to EventBridge, for triggers and drift warnings; the command replaces all notifications of the "
                    + "bucket, so add what 'aws s3api get-bucket-notification-configuration' shows to it"
            ),
            ("example-mlops", "policy statements that let the deploy accounts read models and baselines"),
            ("example-mlops", "a policy statement that denies access without TLS"),
            (Role, "these permissions for model abalone, and trust in sagemaker.amazonaws.com"),
            (
                "/aws/sagemaker/ProcessingJobs, /aws/sagemaker/TrainingJobs, /aws/sagemaker/TransformJobs",
                "a retention, once the account's first jobs have run: SageMaker makes these log groups and keeps their lines for ever"
            ),
        ]);
    }

    [Theory]
    [InlineData("role/given-role", true)]
    [InlineData("role/some/path/given-role", true)]
    [InlineData("role/mlops-batch-given", false)]
    public async Task A_role_that_the_registry_would_not_let_in_is_said(string role, bool isSaid)
    {
        var stack = await TestStacks.EvaluateAsync(
            "prod",
            settings => settings["bucket"]!["roleArn"] = $"arn:aws:iam::444455556666:{role}"
        );
        stack.Outputs["requirements"]!
            .AsArray()
            .Any(requirement =>
                requirement!["needs"]!.ToString()
                == "a name that begins with mlops-batch-: the policies of the registry's account 111122223333 let in no other role"
            )
            .ShouldBe(isSaid);
    }

    private static Task<EvaluatedStack> EvaluateAsync(Action<JsonObject>? change = null) =>
        TestStacks.EvaluateAsync(change: settings =>
        {
            settings["bucket"] = new JsonObject
            {
                ["name"] = "example-mlops",
                ["existing"] = true,
                ["kmsKeyArn"] = Key,
                ["roleArn"] = Role,
            };
            change?.Invoke(settings);
        });
}
