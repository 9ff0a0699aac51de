using Amazon.S3;
using Amazon.SageMaker;
using Amazon.SimpleNotificationService;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Common.Hosting;
using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Common.Text;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.Lambda.Notifications.Routing;

namespace MlopsBatch.Lambda.Notifications;

/// <summary>Puts the function together from its environment. AWS clients are made when first used.</summary>
public static class Composition
{
    /// <exception cref="FunctionEnvironmentException">Something in the environment is missing or malformed; all of it is named.</exception>
    public static NotificationFunction Create(Func<string, string?> variables, Stream log, TimeProvider time)
    {
        var environment = new FunctionEnvironment(variables);
        var topics = new Topics(
            Topic(environment, EnvironmentVariables.OperationsTopicArn),
            Topic(environment, EnvironmentVariables.ApprovalsTopicArn),
            Topic(environment, EnvironmentVariables.QualityTopicArn)
        );
        var settings = SettingsFile.Read(environment);
        environment.ThrowIfFaulty();

        var sageMaker = new Lazy<IAmazonSageMaker>(() => new AmazonSageMakerClient());
        var tools = new MailTools(
            settings,
            new SageMakerModelRegistry(sageMaker),
            new SageMakerExecutions(sageMaker),
            new S3Objects(new Lazy<IAmazonS3>(() => new AmazonS3Client()))
        );
        var mailer = new SnsMailer(new Lazy<IAmazonSimpleNotificationService>(() => new AmazonSimpleNotificationServiceClient()), topics);
        return new NotificationFunction(new EventRouter(tools), mailer, new JsonLog(log, time), time);
    }

    private static string Topic(FunctionEnvironment environment, string name) =>
        environment.Required(name, "the ARN of an SNS topic", value => Arn.IsOf("sns", value));
}
