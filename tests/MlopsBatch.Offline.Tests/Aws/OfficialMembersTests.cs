using Amazon.EventBridge;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.SageMaker;
using Amazon.SecretsManager;
using Amazon.SimpleNotificationService;
using MlopsBatch.Offline.Tests.PulumiSdk;

namespace MlopsBatch.Offline.Tests.Aws;

/// <summary>
/// The AWS and Lambda stand-ins have nothing that the official packages lack: official-aws-api.txt lists the official
/// members that this project uses, each below the public page that documents its type.
/// </summary>
public sealed class OfficialMembersTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Aws", "official-aws-api.txt"));

    private static readonly string[] Official = [.. Lines.Where(line => line.Length > 0 && line[0] != '#')];

    public static TheoryData<string, Type> Packages() =>
        new()
        {
            { "Amazon.Lambda.Core", typeof(ILambdaContext) },
            { "Amazon.Lambda.RuntimeSupport", typeof(LambdaBootstrap) },
            { "Amazon.Lambda.Serialization.SystemTextJson", typeof(JsonSerializerException) },
            { "AWSSDK.EventBridge", typeof(IAmazonEventBridge) },
            { "AWSSDK.SageMaker", typeof(IAmazonSageMaker) },
            { "AWSSDK.SecretsManager", typeof(IAmazonSecretsManager) },
            { "AWSSDK.SimpleNotificationService", typeof(IAmazonSimpleNotificationService) },
        };

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_stand_in_has_no_member_of_its_own(string package, Type type)
    {
        type.Assembly.GetName().Name.ShouldBe(package);
        if (StandIn.Is(type.Assembly))
        {
            MembersOf(type).Except(Official).ShouldBeEmpty($"in offline/{package}, but not in official-aws-api.txt");
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_listed_member_is_in_the_package_of_this_build(string package, Type type)
    {
        var listed = Lines
            .SkipWhile(line => line != $"## {package}")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToList();

        listed.ShouldNotBeEmpty();
        listed.Except(MembersOf(type)).ShouldBeEmpty($"listed as official, but not in {package} of this build");
    }

    [Fact]
    public void Every_type_has_the_page_that_documents_it()
    {
        var source = "";
        foreach (var line in Lines.Skip(2))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                source = line[2..];
            }
            else if (line.Length == 0 || line.StartsWith("##", StringComparison.Ordinal))
            {
                source = "";
            }
            else
            {
                Uri.IsWellFormedUriString(source, UriKind.Absolute).ShouldBeTrue($"no source above: {line}");
            }
        }
    }

    /// <summary>Without what may be null: AWS's clients don't say.</summary>
    private static IEnumerable<string> MembersOf(Type type) =>
        PublicSurface.Of(type.Assembly).Select(member => member.Replace("?", "", StringComparison.Ordinal));
}
