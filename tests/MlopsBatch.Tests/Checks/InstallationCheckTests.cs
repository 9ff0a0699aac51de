using System.Text.Json.Nodes;
using MlopsBatch.Checks.Installation;
using MlopsBatch.Tests.Configuration;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Checks;

/// <summary>The stacks of an installation beside one another.</summary>
public class InstallationCheckTests
{
    [Fact]
    public async Task The_examples_agree() => (await CompareAsync(_ => { })).ShouldBeEmpty();

    [Theory]
    [InlineData(
        "registry.bucketName",
        "\"example-mlops-old\"",
        "got \"example-mlops-old\", but stack dev has \"example-mlops-dev\"",
        " example-mlops-dev --stack prod"
    )]
    [InlineData("registry.bucketPrefix", null, "got \"\", but stack dev has \"mlops\"", " mlops --stack prod")]
    [InlineData(
        "registry.readerRoleArn",
        "\"arn:aws:iam::111122223333:role/mlops-batch-test-registry-reader\"",
        "mlops-batch-test-registry-reader",
        " arn:aws:iam::111122223333:role/mlops-batch-dev-registry-reader --stack prod"
    )]
    [InlineData("requireReview", "false", "got \"false\", but stack dev has \"true\"", "'settings.requireReview' true --stack prod")]
    [InlineData(
        "models[0].target",
        "\"first\"",
        "got \"first\", but stack dev has \"last\"",
        "'settings.models[0].target' last --stack prod"
    )]
    [InlineData(
        "models[0].metric.name",
        "\"rmse\"",
        "got \"rmse\", but stack dev has \"mse\"",
        "'settings.models[0].metric.name' mse --stack prod"
    )]
    [InlineData(
        "models[0].name",
        "\"abalon\"",
        "got \"abalon\", but stack dev has \"abalone\"",
        "'settings.models[0].name' abalone --stack prod"
    )]
    public async Task What_is_taken_over_is_what_is_handed_out(string path, string? json, string got, string mend)
    {
        var fault = (await CompareAsync(settings => ChangedSettings.Set(settings, path, json))).ShouldHaveSingleItem();
        fault.ShouldStartWith($"MB0031 prod: settings.{path}: ");
        fault.ShouldContain(got);
        fault.ShouldEndWith(mend);
    }

    [Fact]
    public async Task Another_threshold_is_a_warning() =>
        (await FaultsAsync(settings => ChangedSettings.Set(settings, "models[0].metric.threshold", "12")))
            .ShouldHaveSingleItem()
            .IsWarning.ShouldBeTrue();

    private static async Task<List<string>> CompareAsync(Action<JsonObject> change) =>
        [.. (await FaultsAsync(change)).Select(fault => fault.ToString())];

    private static async Task<IReadOnlyList<Faults.Fault>> FaultsAsync(Action<JsonObject> change)
    {
        var handedOut = (await TestStacks.EvaluateAsync("dev")).Outputs["pasteIntoDeployAccounts"]!.ToString();
        return InstallationCheck.Compare([
            new(TestStacks.Context("dev"), null, handedOut),
            new(TestStacks.Context("staging"), null, null),
            new(TestStacks.Context("prod", change), null, null),
        ]);
    }
}
