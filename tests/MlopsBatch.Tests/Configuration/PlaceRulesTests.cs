using MlopsBatch.Configuration;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Configuration;

/// <summary>ARNs agree with the stack and with one another; what only hardly makes sense is a warning.</summary>
public class PlaceRulesTests
{
    private const string Key = "key/11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData("prod", "registry.readerRoleArn", "arn:aws:iam::111122223334:role/reader", "registry.accountId is 111122223333")]
    [InlineData(
        "prod",
        "registry.eventBusArn",
        "arn:aws:events:eu-west-1:999922223333:event-bus/b",
        "registry.kmsKeyArn is of account 111122223333"
    )]
    [InlineData("prod", "registry.kmsKeyArn", $"arn:aws:kms:us-east-1:111122223333:{Key}", "but aws:region is eu-west-1")]
    [InlineData(
        "prod",
        "bucket.kmsKeyArn",
        $"arn:aws-cn:kms:cn-north-1:111122223333:{Key}",
        "partition aws-cn, but region eu-west-1 is of aws"
    )]
    [InlineData("prod", "bucket.roleArn", "arn:aws:iam::111122223333:role/jobs", "is of account 111122223333, which is registry.accountId")]
    [InlineData(
        "prod",
        "models[0].approvedModelPackageArn",
        "arn:aws:sagemaker:eu-west-1:111122223333:model-package/churn/1",
        "but the model's group is \"abalone\""
    )]
    [InlineData(
        "prod",
        "models[0].approvedModelPackageArn",
        "arn:aws:sagemaker:eu-west-1:999922223333:model-package/abalone/1",
        "registry.accountId is 111122223333"
    )]
    public void What_must_agree_is_compared(string stack, string path, string value, string but)
    {
        var fault = ChangedSettings.FaultsOf(settings => ChangedSettings.Set(settings, path, $"\"{value}\""), stack).ShouldHaveSingleItem();
        fault.ShouldContain(but);
        fault.ShouldContain(path);
        fault.ShouldContain("--stack dev");
    }

    [Fact]
    public void A_mistyped_account_is_what_all_arns_of_its_section_say()
    {
        var faults = ChangedSettings.FaultsOf(settings => ChangedSettings.Set(settings, "registry.accountId", "\"111122223334\""), "prod");
        faults.ShouldHaveSingleItem().ShouldEndWith("pulumi config set --path 'settings.registry.accountId' 111122223333 --stack dev");
    }

    [Fact]
    public void A_pinned_versions_group_that_is_nearly_the_models_is_corrected() =>
        ChangedSettings.FaultsOf(
                settings =>
                    ChangedSettings.Set(
                        settings,
                        "models[0].approvedModelPackageArn",
                        "\"arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalon/7\""
                    ),
                "prod"
            )
            .ShouldHaveSingleItem()
            .ShouldEndWith(
                "'settings.models[0].approvedModelPackageArn' "
                    + "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/7 --stack dev"
            );

    [Theory]
    [InlineData(
        "models[0].hpo.ranges",
        "{\"learning_rate\":{\"categorical\":[\"0.1\",\"fast\"]}}",
        "categorical[1]: got \"fast\", needs a number"
    )]
    [InlineData(
        "models[0].hpo.ranges",
        "{\"max_depth\":{\"continuous\":[2,8]}}",
        "'settings.models[0].hpo.ranges.max_depth.integer' --stack dev"
    )]
    [InlineData(
        "models[0].hpo.ranges",
        "{\"max_depth\":{\"integer\":[2,2000]}}",
        "'settings.models[0].hpo.ranges.max_depth.integer[1]' 1000 --stack dev"
    )]
    public void Ranges_keep_to_the_estimators_limits_and_kinds(string path, string json, string text) =>
        ChangedSettings.FaultsOf(settings => ChangedSettings.Set(settings, path, json)).ShouldHaveSingleItem().ShouldContain(text);

    [Fact]
    public void What_hardly_was_meant_is_a_warning()
    {
        var settings = TestStacks.Context(
            change: changed =>
            {
                ChangedSettings.Set(changed, "models[0].triggers", "{\"training\":{\"key\":\"a.csv\",\"enabled\":false}}");
                ChangedSettings.Set(changed, "notifications.recipients", "[]");
                ChangedSettings.Set(changed, "gitLab.ref", "\"release/1.0\"");
                ChangedSettings.Set(changed, "bucket.roleArn", "\"arn:aws:iam::111122223333:role/jobs\"");
                ChangedSettings.Set(changed, "bucket.kmsKeyArn", $"\"arn:aws:kms:eu-west-1:444455556666:{Key}\"");
            }
        ).Settings;
        var facts = new StackFacts("dev", "eu-west-1");

        var warnings = SettingsReader.Warnings(settings, facts);

        warnings.ShouldAllBe(warning => warning.IsWarning);
        warnings
            .Select(warning => warning.ToString())
            .ShouldBe([
                "MB0032 settings.models[0]: nothing starts the training pipeline of abalone: its trigger is off and it has no schedule; "
                    + "unless it is meant to be started by hand: pulumi config set --path "
                    + "'settings.models[0].triggers.training.enabled' true "
                    + "--stack dev; or: pulumi config set --path 'settings.models[0].schedules.training.cron' '0 3 * * ? *' --stack dev",
                "MB0033 settings.notifications.recipients: empty, so no operator is told of failures and alarms; put in your own, such as "
                    + "ops@example.com: pulumi config set --path 'settings.notifications.recipients[0]' VALUE --stack dev",
                "MB0034 settings.gitLab.ref: got \"release/1.0\", but .gitlab/common.yml runs pipelines of the default branch only, so a "
                    + "decision on ref release/1.0 starts nothing; name the default branch: pulumi config set --path 'settings.gitLab.ref' "
                    + "main --stack dev",
                "MB0029 settings.bucket.kmsKeyArn: got a key of account 444455556666, but settings.bucket.roleArn is of account "
                    + "111122223333: it works only if the key's policy lets that account use it",
            ]);
        SettingsReader.Warnings(settings, facts with { DefaultBranch = "release/1.0" }).ShouldNotContain(one => one.Code == "MB0034");
    }
}
