using MlopsBatch.Configuration;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Configuration;

/// <summary>Values that are right alone, but not together; and what may be left out.</summary>
public class SettingsRulesTests
{
    [Fact]
    public void Names_must_differ_and_not_only_by_case() =>
        ChangedSettings.FaultsOf(settings =>
            {
                TestStacks.AddModel(settings, "abalone", "ds@example.com");
                ChangedSettings.Set(settings, "models[0].modelPackageGroup", "\"shells\"");
                ChangedSettings.Set(settings, "models[1].modelPackageGroup", "\"Shells\"");
            })
            .ShouldBe([
                "MB0009 settings.models[1].name: got \"abalone\", which is taken by settings.models[0].name; mend it "
                    + "with: pulumi config set --path 'settings.models[1].name' abalone-2 --stack dev",
                "MB0010 settings.models[1].modelPackageGroup: got \"Shells\", which differs only by case from \"shells\" "
                    + "at settings.models[0].modelPackageGroup; mend it with: pulumi config set --path "
                    + "'settings.models[1].modelPackageGroup' Shells-2 --stack dev",
            ]);

    [Fact]
    public void An_account_stands_in_one_place() =>
        ChangedSettings.FaultsOf(settings => ChangedSettings.Set(settings, "deployAccounts", "[\"222233334444\",\"222233334444\"]"))
            .ShouldBe([
                "MB0012 settings.deployAccounts[1]: got \"222233334444\" a second time; mend it with: pulumi config rm "
                    + "--path 'settings.deployAccounts[1]' --stack dev",
            ]);

    [Fact]
    public void The_registry_is_no_deploy_account_of_another() =>
        ChangedSettings.FaultsOf(settings => ChangedSettings.Set(settings, "deployAccounts", "[\"111122223333\"]"), "staging")
            .ShouldBe([
                "MB0012 settings.deployAccounts[0]: got \"111122223333\", which is registry.accountId, too; mend it with: "
                    + "pulumi config rm --path 'settings.deployAccounts[0]' --stack dev",
            ]);

    [Fact]
    public void A_message_can_be_too_long() =>
        ChangedSettings.FaultsOf(settings =>
                ChangedSettings.Set(
                    settings,
                    "notifications.custom",
                    $$"""[{"stepName":"TrainingStep","stepStatus":"Failed","stepCustomMessage":"{{new string('x', 2001)}}"}]"""
                )
            )
            .ShouldBe(["MB0008 settings.notifications.custom[0].stepCustomMessage: got 2001 characters, needs at most 2000; shorten it"]);

    [Fact]
    public void A_region_without_monitor_image_needs_the_script_engine() =>
        ChangedSettings.FaultsOf(
                settings => ChangedSettings.Set(settings, "models[0].dataQuality.engine", "\"ModelMonitor\""),
                region: "ap-south-2"
            )
            .ShouldBe([
                "MB0013 settings.models[0].dataQuality.engine: got \"ModelMonitor\", but ap-south-2 has no Model Monitor "
                    + "image, needs Script there; mend it with: pulumi config set --path 'settings.models[0].dataQuality.engine' "
                    + "Script --stack dev",
            ]);

    [Fact]
    public void A_region_is_one_that_has_images() =>
        ChangedSettings.FaultsOf(_ => { }, region: "eu-west-11")
            .Single()
            .ShouldStartWith("MB0024 aws:region: got \"eu-west-11\" (did you mean \"eu-west-1\"?), needs one of af-south-1, ");

    [Fact]
    public void More_models_than_the_bus_holds_rules_for() =>
        ChangedSettings.FaultsOf(settings =>
            {
                ChangedSettings.Set(settings, "eventRuleQuota", "20");
                for (var i = 0; i < 4; i++)
                {
                    TestStacks.AddModel(settings, $"model{i}", "ds@example.com");
                }
            })
            .ShouldBe([
                "MB0015 settings.models: got 5 models, which need 26 EventBridge rules, but the bus holds 20; ask AWS for "
                    + "more and then: pulumi config set --path 'settings.eventRuleQuota' 26 --stack dev; or split the models over "
                    + "stacks in "
                    + "two accounts",
            ]);

    [Fact]
    public void All_faults_come_in_one_message()
    {
        var settings = TestStacks.Settings();
        ChangedSettings.Set(settings, "models[0].metric.threshold", "0");
        ChangedSettings.Set(settings, "bucket.name", "\"My_Bucket\"");
        ChangedSettings.Set(settings, "models[0].target", "\"rings\"");
        var thrown = Should.Throw<Faults.FaultException>(() =>
            SettingsReader.Read(settings.ToJsonString(), new StackFacts("dev", "eu-west-1"))
        );
        thrown.Message.ShouldBe(
            """
            The configuration of stack dev has 3 faults:
              MB0007 settings.bucket.name: got "My_Bucket", needs 3 to 63 lower-case letters, digits, '.' or '-', beginning and ending with a letter or digit; mend it with: pulumi config set --path 'settings.bucket.name' my-bucket --stack dev
              MB0005 settings.models[0].metric.threshold: got "0", needs a number above 0; put in your own, such as 10: pulumi config set --path 'settings.models[0].metric.threshold' VALUE --stack dev
              MB0017 settings.models[0].target: got "rings", a column's name, but header is false; mend it with: pulumi config set --path 'settings.models[0].header' true --stack dev
            './mlops explain CODE' says more about each.
            """
        );
    }

    [Theory]
    [InlineData(null, "MB0001 mlops-batch:settings: not set; copy docs/examples/Pulumi.single.yaml to Pulumi.<stack>.yaml and fill it in")]
    [InlineData("{", "MB0003 mlops-batch:settings: is no JSON object; write it as nested YAML in Pulumi.<stack>.yaml")]
    public void Settings_may_be_missing_or_no_settings(string? json, string expected) =>
        SettingsReader.TryRead(json, new StackFacts("dev", "eu-west-1")).Faults.Select(fault => fault.ToString()).ShouldBe([expected]);

    [Fact]
    public void Decimals_may_be_quoted_as_the_cli_quotes_them()
    {
        var settings = TestStacks.Settings();
        ChangedSettings.Set(settings, "models[0].metric.threshold", "\"0.5\"");
        SettingsReader.Read(settings.ToJsonString(), new StackFacts("dev", "eu-west-1")).Models[0].Metric.Threshold.ShouldBe(0.5);
    }
}
