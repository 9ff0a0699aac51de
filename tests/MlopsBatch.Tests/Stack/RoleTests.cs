using System.Text.Json.Nodes;
using MlopsBatch.Faults;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Tests.Stack;

/// <summary>What an account has follows from what it is for.</summary>
public class RoleTests
{
    [Theory]
    [InlineData("dev", "abalone-training", "abalone-training-with-hpo")]
    [InlineData("staging", "abalone-batch-inference")]
    [InlineData("prod", "abalone-batch-inference")]
    [InlineData("docs/examples/Pulumi.single.yaml", "abalone-training", "abalone-training-with-hpo", "abalone-batch-inference")]
    public async Task Pipelines_follow_the_roles(string stack, params string[] expected) =>
        NamesOf(await TestStacks.EvaluateAsync(stack), ResourceTypes.Pipeline).ShouldBe(expected);

    [Theory]
    [InlineData("dev", true)]
    [InlineData("staging", false)]
    [InlineData("docs/examples/Pulumi.single.yaml", true)]
    public async Task Only_the_registry_keeps_groups_and_hands_decisions_over(string name, bool isRegistry)
    {
        var stack = await TestStacks.EvaluateAsync(name);
        NamesOf(stack, ResourceTypes.ModelPackageGroup).Any().ShouldBe(isRegistry);
        NamesOf(stack, ResourceTypes.Function).Contains("approval-deploy").ShouldBe(isRegistry);
        NamesOf(stack, ResourceTypes.Secret).Any().ShouldBe(isRegistry);
    }

    [Theory]
    [InlineData("dev", "registry", "MlopsBatch Deployment Triggered")]
    [InlineData("staging", "deploy", "MlopsBatch Model Deployed")]
    [InlineData("staging", "build", "MlopsBatch Tuning Skipped")]
    public async Task What_became_of_decisions_violations_and_deployments_is_audited_where_it_happens(string name, string role, string kind)
    {
        var stack = await TestStacks.EvaluateAsync(
            name,
            settings =>
            {
                settings["roles"] = new JsonArray(role);
                if (role == "registry")
                {
                    settings["buildAccounts"] = new JsonArray("222233334444");
                    settings.Remove("network");
                }
            }
        );
        NamesOf(stack, ResourceTypes.LogGroup).ShouldContain("audit");
        var pattern = stack.OfType(ResourceTypes.Rule).Single(rule => rule.Name == "deployments").Text("eventPattern")!;
        new[] { "MlopsBatch Deployment Triggered", "MlopsBatch Model Deployed", "MlopsBatch Tuning Skipped" }
            .Where(one => pattern.Contains(one, StringComparison.Ordinal))
            .ShouldBe([kind]);
    }

    [Fact]
    public async Task A_registry_alone_has_groups_and_no_pipelines()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings =>
        {
            settings["roles"] = new JsonArray("registry");
            settings["buildAccounts"] = new JsonArray("222233334444");
            settings["deployAccounts"] = new JsonArray("444455556666");
            settings.Remove("network");
        });
        NamesOf(stack, ResourceTypes.Pipeline).ShouldBeEmpty();
        NamesOf(stack, ResourceTypes.EventBus).ShouldBeEmpty();
        var policy = stack.OfType(ResourceTypes.ModelPackageGroupPolicy).Single().Text("resourcePolicy")!;
        var statements = JsonNode.Parse(policy)!["Statement"]!
            .AsArray()
            .ToDictionary(statement => statement!["Sid"]!.ToString(), statement => statement!);
        statements["BuildAccountsRegister"]["Principal"]!["AWS"]!.ToString().ShouldBe("arn:aws:iam::222233334444:root");
        statements["DeployAccountsUseVersions"]["Principal"]!["AWS"]!.ToString().ShouldBe("arn:aws:iam::444455556666:root");
        policy.ShouldNotContain("UpdateModelPackage");
        // A build account may register, and may not approve by registering.
        statements["BuildAccountsRegister"]["Condition"]!["StringNotEquals"]!["sagemaker:ModelApprovalStatus"]!
            .ToString()
            .ShouldBe("Approved");
    }

    [Fact]
    public async Task Who_only_builds_needs_no_more_of_the_registry_than_it_prints_alone()
    {
        // The key of the models' artifacts is made by this very stack: before its first deployment nobody knows it.
        var stack = await TestStacks.EvaluateAsync(
            "dev",
            settings =>
            {
                settings["roles"] = new JsonArray("build");
                settings["registry"] = new JsonObject { ["accountId"] = "555566667777" };
                settings.Remove("gitLab");
            }
        );
        NamesOf(stack, ResourceTypes.Pipeline).ShouldBe(["abalone-training", "abalone-training-with-hpo"]);
    }

    [Fact]
    public async Task Who_deploys_needs_to_know_where_the_artifacts_are()
    {
        var fault = await Should.ThrowAsync<FaultException>(() =>
            TestStacks.EvaluateAsync("prod", settings => settings["registry"] = new JsonObject { ["accountId"] = "111122223333" })
        );
        fault.Message.ShouldContain("settings.registry.bucketName: missing, but role deploy reads the models' artifacts");
        fault.Message.ShouldContain("settings.registry.kmsKeyArn: missing, but role deploy reads the models' artifacts");
    }

    [Fact]
    public async Task A_violation_travels_from_production_and_not_from_staging()
    {
        var production = (await TestStacks.EvaluateAsync("prod"))
            .OfType(ResourceTypes.Target)
            .Single(target => target.Name == "abalone-violation-bus");
        production.Text("arn").ShouldBe("arn:aws:events:eu-west-1:111122223333:event-bus/mlops-batch-dev");
        (await TestStacks.EvaluateAsync("staging")).Resources.ShouldNotContain(resource => resource.Name.StartsWith("abalone-violation"));
    }

    [Fact]
    public async Task What_dev_prints_is_what_staging_needs()
    {
        var dev = await TestStacks.EvaluateAsync("dev");
        var printed = dev.Outputs["pasteIntoDeployAccounts"]!.ToString();
        var key = dev.OfType(ResourceTypes.Key).Single(resource => resource.Name == "data");
        printed.ShouldBe(
            string.Join(
                '\n',
                "registry:",
                "  accountId: \"111122223333\"",
                "  bucketName: example-mlops-dev",
                "  bucketPrefix: mlops",
                $"  kmsKeyArn: arn:aws:kms:eu-west-1:111122223333:key/{key.Id}",
                "  eventBusArn: arn:aws:events:eu-west-1:111122223333:event-bus/mlops-batch-dev",
                "  readerRoleArn: arn:aws:iam::111122223333:role/mlops-batch-dev-registry-reader",
                "models:                          # with these names; the rest of each as in the account that builds",
                "  - name: abalone"
            )
        );
    }

    [Fact]
    public async Task A_registry_alone_prints_what_it_knows_and_says_who_knows_the_rest()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings =>
        {
            settings["roles"] = new JsonArray("registry");
            settings["buildAccounts"] = new JsonArray("222233334444");
            settings["deployAccounts"] = new JsonArray("444455556666");
            settings["iam"] = new JsonObject { ["path"] = "/mlops/" };
            settings["models"]![0]!["modelPackageGroup"] = "shells";
            settings.Remove("network");
        });
        stack.Outputs["pasteIntoDeployAccounts"]!
            .ToString()
            .ShouldBe(
                string.Join(
                    '\n',
                    "registry:",
                    "  accountId: \"111122223333\"",
                    "  # bucketName, bucketPrefix, kmsKeyArn and eventBusArn: printed by the stack of the account that builds",
                    "  readerRoleArn: arn:aws:iam::111122223333:role/mlops/mlops-batch-single-registry-reader",
                    "iam:",
                    "  path: /mlops/",
                    "models:                          # with these names; the rest of each as in the account that builds",
                    "  - name: abalone",
                    "    modelPackageGroup: shells"
                )
            );
    }

    [Fact]
    public async Task What_is_printed_can_be_pasted()
    {
        var printed = (await TestStacks.EvaluateAsync("dev")).Outputs["pasteIntoDeployAccounts"]!.ToString();
        var yaml = new YamlDotNet.RepresentationModel.YamlStream();
        yaml.Load(new StringReader(printed));
        var pasted = (JsonObject)MlopsBatch.Configuration.Files.YamlJson.Convert(yaml.Documents[0].RootNode)!;
        var prod = await TestStacks.EvaluateAsync("prod", settings => settings["registry"] = pasted["registry"]!.DeepClone());
        prod.OfType(ResourceTypes.Pipeline).ShouldNotBeEmpty();
    }

    /// <summary>Deploy accounts look versions up by their own settings, so what is no review here must be none there.</summary>
    [Fact]
    public async Task A_review_gate_of_ones_own_goes_along_with_what_is_pasted()
    {
        const string Pattern = "(?i:it's )?CAB-[0-9]+";
        var dev = await TestStacks.EvaluateAsync(
            "dev",
            settings =>
            {
                settings["requireReview"] = false;
                settings["review"] = new JsonObject { ["pattern"] = Pattern };
            }
        );
        var yaml = new YamlDotNet.RepresentationModel.YamlStream();
        yaml.Load(new StringReader(dev.Outputs["pasteIntoDeployAccounts"]!.ToString()));
        var pasted = (JsonObject)MlopsBatch.Configuration.Files.YamlJson.Convert(yaml.Documents[0].RootNode)!;
        var prod = TestStacks.Context(
            "prod",
            settings =>
            {
                settings["requireReview"] = pasted["requireReview"]!.DeepClone();
                settings["review"] = pasted["review"]!.DeepClone();
            }
        );
        prod.Settings.Gate().ShouldBe(new ReviewGate(RequireReview: false, Pattern));
    }

    [Fact]
    public async Task Other_accounts_are_named_and_limited_to_roles_of_this_project()
    {
        var bus = (await TestStacks.EvaluateAsync("dev")).OfType(ResourceTypes.EventBusPolicy).Single().Text("policy")!;
        var statement = JsonNode.Parse(bus)!["Statement"]!.AsArray().Single()!;
        statement["Principal"]!["AWS"]!
            .AsArray()
            .Select(arn => arn!.ToString())
            .ShouldBe(["arn:aws:iam::222233334444:root", "arn:aws:iam::444455556666:root"]);
        statement["Condition"]!["ArnLike"]!["aws:PrincipalArn"]!
            .AsArray()
            .Select(arn => arn!.ToString())
            .ShouldBe(["arn:aws:iam::222233334444:role/mlops-batch-*", "arn:aws:iam::444455556666:role/mlops-batch-*"]);
        // PutEvents takes many entries, so these keys are multivalued (EventBridge user guide, "Using IAM policy conditions").
        statement["Condition"]!["ForAllValues:StringEquals"]!["events:source"]!.ToString().ShouldBe("aws.sagemaker");
        statement["Condition"]!["ForAllValues:StringEquals"]!["events:detail-type"]!
            .ToString()
            .ShouldBe("SageMaker Model Building Pipeline Execution Step Status Change");
    }

    private static IEnumerable<string> NamesOf(EvaluatedStack stack, string type) => stack.OfType(type).Select(resource => resource.Name);
}
