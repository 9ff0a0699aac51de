using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Common.Hosting;

namespace MlopsBatch.Lambda.Notifications.Tests;

public sealed class CompositionTests
{
    private static readonly Dictionary<string, string> Complete = new()
    {
        [EnvironmentVariables.OperationsTopicArn] = "arn:aws:sns:eu-west-1:111122223333:operations",
        [EnvironmentVariables.ApprovalsTopicArn] = "arn:aws-cn:sns:cn-north-1:111122223333:approvals",
        [EnvironmentVariables.QualityTopicArn] = "arn:aws:sns:eu-west-1:111122223333:quality",
    };

    [Fact]
    public void A_complete_environment_starts() => Create(Complete).ShouldNotBeNull();

    [Fact]
    public void Everything_missing_or_malformed_is_named_at_once()
    {
        var error = Should.Throw<FunctionEnvironmentException>(() =>
            Create(
                new()
                {
                    [EnvironmentVariables.ApprovalsTopicArn] = "approvals",
                    [EnvironmentVariables.QualityTopicArn] = "arn:aws:sqs:eu-west-1:111122223333:quality",
                    [EnvironmentVariables.SettingsFile] = "/nowhere/settings.json",
                }
            )
        );
        error.Message.ShouldBe(
            """
            The function's environment has 4 faults:
            - OPERATIONS_TOPIC_ARN is missing: needs the ARN of an SNS topic
            - APPROVALS_TOPIC_ARN is "approvals": needs the ARN of an SNS topic
            - QUALITY_TOPIC_ARN is "arn:aws:sqs:eu-west-1:111122223333:quality": needs the ARN of an SNS topic
            - SETTINGS_FILE is "/nowhere/settings.json": needs the path of a file
            Set the variables in the stack and deploy it again.
            """
        );
    }

    [Fact]
    public void A_malformed_settings_file_is_a_fault()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "settings.json");
            File.WriteAllText(path, """{"custom":[{"stepName":"a"}]}""");
            Should
                .Throw<FunctionEnvironmentException>(() => Create(new(Complete) { [EnvironmentVariables.SettingsFile] = path }))
                .Faults.ShouldHaveSingleItem()
                .ShouldStartWith($"SETTINGS_FILE is \"{path}\": the settings are malformed at $.custom[0]");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static NotificationFunction Create(Dictionary<string, string> environment) =>
        Composition.Create(environment.GetValueOrDefault, Stream.Null, TimeProvider.System);
}
