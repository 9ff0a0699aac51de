using System.Text;
using Amazon.S3;
using Amazon.SageMaker;
using Amazon.SimpleNotificationService;
using MlopsBatch.Events.Functions;
using MlopsBatch.TestSupport.Aws;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>
/// The whole function with its real clients, while SageMaker and S3 close every connection: a look-up makes a mail better, and
/// none of them may cost the mail.
/// </summary>
public sealed class CutConnectionTests
{
    /// <summary>One row of the table for each kind of mail that the function looks something up for.</summary>
    public static TheoryData<string> Rows =>
        [
            .. Table
                .Rows.Where(row => !row.IsByOwnRule && row.Wiring == Support.Wiring.Single)
                .DistinctBy(row => row.Kind)
                .Select(row => row.When),
        ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_mail_goes_out_without_what_could_not_be_looked_up(string when)
    {
        var row = Table.Rows.First(one => one.When == when);
        await using var sns = await AwsServer.StartAsync(_ => AwsReply.Published);
        await using var cut = await AwsServer.StartAsync(_ => AwsReply.Cut);
        var function = Composition.Create(
            new Dictionary<string, string>
            {
                [EnvironmentVariables.OperationsTopicArn] = "arn:aws:sns:eu-west-1:111122223333:operations",
                [EnvironmentVariables.ApprovalsTopicArn] = "arn:aws:sns:eu-west-1:111122223333:approvals",
                [EnvironmentVariables.QualityTopicArn] = "arn:aws:sns:eu-west-1:111122223333:quality",
            }.GetValueOrDefault,
            Stream.Null,
            TimeProvider.System,
            new NotificationClients
            {
                SageMaker = new(() => new AmazonSageMakerClient(AwsServer.Credentials, At(new AmazonSageMakerConfig(), cut))),
                S3 = new(() => new AmazonS3Client(AwsServer.Credentials, At(new AmazonS3Config { ForcePathStyle = true }, cut))),
                Sns = new(() =>
                    new AmazonSimpleNotificationServiceClient(AwsServer.Credentials, At(new AmazonSimpleNotificationServiceConfig(), sns))
                ),
            }
        );

        await function.HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes(row.Event.ToJsonString())), new TestContext());

        sns.Calls.ShouldNotBeEmpty();
        sns.Calls.ShouldAllBe(call => call.SignatureFault == null && call.Field("Message")!.Length > 0);
        if (!cut.Calls.IsEmpty)
        {
            sns.Calls.ShouldContain(call => call.Field("Message")!.Contains("reach", StringComparison.Ordinal));
        }
    }

    private static T At<T>(T config, AwsServer server)
        where T : Amazon.Runtime.ClientConfig
    {
        config.ServiceURL = server.Url;
        config.AuthenticationRegion = "eu-west-1";
        return config;
    }
}
