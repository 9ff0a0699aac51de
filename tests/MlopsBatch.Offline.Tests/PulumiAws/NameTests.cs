using System.Collections.Immutable;
using MlopsBatch.Offline.Tests.PulumiSdk;
using Pulumi;
using Pulumi.Aws.Iam.Inputs;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiAws;

/// <summary>Names and values where C# and the wire differ, as pulumi-aws's .NET package has them.</summary>
public sealed class NameTests
{
    [Fact]
    public async Task A_member_that_may_not_bear_its_classes_name_has_another()
    {
        var inputs = await InputsOf(() =>
        {
            _ = new Pulumi.Aws.S3.Bucket("bucket", new() { BucketName = "data" });
            _ = new Pulumi.Aws.Iam.Policy("policy", new() { PolicyDocument = "{}" });
            _ = new Pulumi.Aws.S3.BucketNotification("notification", new() { Bucket = "data", Eventbridge = true });
        });

        inputs["bucket"]["bucket"].ShouldBe("data");
        inputs["policy"]["policy"].ShouldBe("{}");
        inputs["notification"]["eventbridge"].ShouldBe(true);
    }

    [Fact]
    public async Task Enums_and_policy_classes_are_sent_as_their_values()
    {
        var inputs = await InputsOf(() =>
        {
            _ = new Pulumi.Aws.Lambda.Function(
                "function",
                new()
                {
                    Role = "arn:role",
                    Runtime = Pulumi.Aws.Lambda.Runtime.CustomAL2023,
                    Code = new FileArchive("function.zip"),
                }
            );
            _ = new Pulumi.Aws.Iam.Role(
                "role",
                new()
                {
                    AssumeRolePolicy = new PolicyDocumentArgs
                    {
                        Version = Pulumi.Aws.Iam.PolicyDocumentVersion.PolicyDocumentVersion_2012_10_17,
                        Statement =
                        {
                            new PolicyStatementArgs
                            {
                                Effect = Pulumi.Aws.Iam.PolicyStatementEffect.ALLOW,
                                Action = ImmutableArray.Create("sts:AssumeRole"),
                                Principal = "*",
                            },
                        },
                    },
                }
            );
        });

        inputs["function"]["runtime"].ShouldBe("provided.al2023");
        inputs["function"]["code"].ShouldBeOfType<FileArchive>();
        var policy = inputs["role"]["assumeRolePolicy"].ShouldBeOfType<ImmutableDictionary<string, object?>>();
        policy["Version"].ShouldBe("2012-10-17");
        var statement = policy["Statement"]
            .ShouldBeOfType<ImmutableArray<object?>>()[0]
            .ShouldBeOfType<ImmutableDictionary<string, object?>>();
        statement["Effect"].ShouldBe("Allow");
        statement["Action"].ShouldBeOfType<ImmutableArray<object?>>().ShouldBe(["sts:AssumeRole"]);
    }

    [Fact]
    public async Task Secret_values_are_secrets_without_being_asked()
    {
        Output<string>? value = null;

        await Deployment.TestAsync(
            new RecordingMocks(),
            new TestOptions(),
            () =>
            {
                var args = new Pulumi.Aws.SecretsManager.SecretVersionArgs { SecretId = "arn:secret", SecretString = "token" };
                value = args.SecretString.ToOutput();
                _ = new Pulumi.Aws.SecretsManager.SecretVersion("version", args);
            }
        );

        (await Output.IsSecretAsync(value!)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_providers_arguments_are_texts()
    {
        var inputs = await InputsOf(() =>
            _ = new Pulumi.Aws.Provider(
                "aws",
                new()
                {
                    Region = "eu-west-1",
                    SkipCredentialsValidation = true,
                    AllowedAccountIds = { "111122223333" },
                    DefaultTags = new Pulumi.Aws.Inputs.ProviderDefaultTagsArgs { Tags = { { "team", "ml" } } },
                }
            )
        );

        inputs["aws"]
            .ShouldBe(
                new Dictionary<string, object>
                {
                    ["region"] = "eu-west-1",
                    ["skipCredentialsValidation"] = "true",
                    ["skipRegionValidation"] = "true",
                    ["allowedAccountIds"] = """[ "111122223333" ]""",
                    ["defaultTags"] = """{ "tags": { "team": "ml" } }""",
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task The_functions_answer_typed()
    {
        Pulumi.Aws.GetCallerIdentityResult? caller = null;
        Output<string>? region = null;

        await Deployment.TestAsync(
            new AccountMocks(),
            new TestOptions(),
            async () =>
            {
                caller = await Pulumi.Aws.GetCallerIdentity.InvokeAsync();
                region = Pulumi.Aws.GetRegion.Invoke().Apply(result => result.Region);
            }
        );

        caller!.AccountId.ShouldBe("111122223333");
        (await OutputUtilities.GetValueAsync(region!)).ShouldBe("eu-west-1");
    }

    private static async Task<Dictionary<string, ImmutableDictionary<string, object>>> InputsOf(Action program)
    {
        var mocks = new RecordingMocks { WithoutOutputs = true };
        await Deployment.TestAsync(mocks, new TestOptions(), program);
        return mocks.Resources.ToDictionary(resource => resource.Name!, resource => resource.Inputs);
    }

    private sealed class AccountMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            Task.FromResult<(string?, object)>((null, args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) =>
            Task.FromResult<object>(
                args.Token switch
                {
                    "aws:index/getCallerIdentity:getCallerIdentity" => new Dictionary<string, object> { ["accountId"] = "111122223333" },
                    "aws:index/getRegion:getRegion" => new Dictionary<string, object> { ["region"] = "eu-west-1" },
                    _ => throw new InvalidOperationException($"Not expected: {args.Token}"),
                }
            );
    }
}
