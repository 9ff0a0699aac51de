using MlopsBatch.Aws;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Hosting;
using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.Lambda.Notifications.Retraining;
using MlopsBatch.Lambda.Notifications.Routing;

namespace MlopsBatch.Lambda.Notifications;

/// <summary>Puts the function together from its environment. AWS clients are made when first used.</summary>
public static class Composition
{
    /// <param name="variables">The environment.</param>
    /// <param name="log">Where log lines go.</param>
    /// <param name="time">The clock.</param>
    /// <param name="clients">Its ways to AWS; the function's own role and region by default.</param>
    /// <exception cref="FunctionEnvironmentException">Something in the environment is missing or malformed; all of it is named.</exception>
    public static NotificationFunction Create(
        Func<string, string?> variables,
        Stream log,
        TimeProvider time,
        NotificationClients? clients = null
    )
    {
        clients ??= new NotificationClients();
        var (topics, settings) = ReadEnvironment(variables);

        var json = new JsonLog(log, time);
        var lookups = new LoggedLookups(
            new SageMakerModelRegistry(clients.SageMaker),
            new SageMakerExecutions(clients.SageMaker),
            new S3Objects(clients.S3),
            json
        );
        var tools = new MailTools(settings, lookups, lookups, lookups);
        var mailer = new SnsMailer(clients.Sns, topics, settings.HasWebhooks);
        var guard = new TuningGuard(settings, new SageMakerTunings(clients.SageMaker, clients.EventBridge), time);
        return new NotificationFunction(new EventRouter(tools, guard), mailer, json, time);
    }

    /// <summary>Checks the environment as the function's start does.</summary>
    /// <exception cref="FunctionEnvironmentException">Something in the environment is missing or malformed; all of it is named.</exception>
    public static void CheckEnvironment(Func<string, string?> variables) => _ = ReadEnvironment(variables);

    private static (Topics Topics, LambdaSettings Settings) ReadEnvironment(Func<string, string?> variables)
    {
        var environment = new FunctionEnvironment(variables);
        var topics = new Topics(
            Topic(environment, EnvironmentVariables.OperationsTopicArn),
            Topic(environment, EnvironmentVariables.ApprovalsTopicArn),
            Topic(environment, EnvironmentVariables.QualityTopicArn)
        );
        var settings = SettingsFile.Read(environment);
        environment.ThrowIfFaulty();
        return (topics, settings);
    }

    private static string Topic(FunctionEnvironment environment, string name) =>
        environment.Required(name, "the ARN of an SNS topic", value => Arn.IsOf("sns", value));
}
