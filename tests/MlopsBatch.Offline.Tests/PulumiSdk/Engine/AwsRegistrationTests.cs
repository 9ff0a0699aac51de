using MlopsBatch.Offline.Tests.PulumiAws;
using Pulumi.Engine;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Engine;

/// <summary>What the classes of Pulumi.Aws tell the engine beside their inputs.</summary>
public sealed class AwsRegistrationTests
{
    [Fact]
    public async Task The_packages_version_earlier_names_and_secret_outputs()
    {
        var (engine, _) = await RecordingEngine.RunAsync(() =>
        {
            _ = new Pulumi.Aws.S3.Bucket("bucket");
            _ = new Pulumi.Aws.SecretsManager.SecretVersion("version", new() { SecretId = "x" }, new() { Version = "7.0.0" });
        });

        engine["bucket"].Version.ShouldBe(AwsTable.Version);
        engine["bucket"].Aliases.ShouldBe([new AliasSpec("", "", "aws:s3/bucketV2:BucketV2", "", "", "", false)]);
        engine["version"].Version.ShouldBe("7.0.0");
        engine["version"].AdditionalSecretOutputs.ShouldBe(["secretBinary", "secretString", "secretStringWo"]);
    }

    [Fact]
    public async Task Functions_say_the_packages_version()
    {
        var (engine, _) = await RecordingEngine.RunAsync(() => Pulumi.Aws.GetPartition.Invoke());

        engine
            .Calls.Single()
            .ShouldSatisfyAllConditions(
                call => call.Token.ShouldBe("aws:index/getPartition:getPartition"),
                call => call.Version.ShouldBe("7.48.0")
            );
    }
}
