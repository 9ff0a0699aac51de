using System.Text;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.ApprovalDeploy;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Routing;

namespace MlopsBatch.Cli.EventViews;

/// <summary>Runs the functions' own decisions on an event, with nothing of AWS or GitLab behind them.</summary>
internal static class DryRun
{
    private const string MaskedToken = "[token]";

    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        [EnvironmentVariables.GitLabUrl] = "https://gitlab.example.com",
        [EnvironmentVariables.GitLabProject] = "group/project",
        [EnvironmentVariables.GitLabRef] = "main",
        [EnvironmentVariables.GitLabMode] = GitLabModes.Trigger,
        [EnvironmentVariables.GitLabTokenSecretArn] = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:gitlab-token",
        [EnvironmentVariables.EventBusName] = "default",
        [EnvironmentVariables.OperationsTopicArn] = "arn:aws:sns:eu-west-1:111122223333:operations",
        [EnvironmentVariables.ApprovalsTopicArn] = "arn:aws:sns:eu-west-1:111122223333:approvals",
        [EnvironmentVariables.QualityTopicArn] = "arn:aws:sns:eu-west-1:111122223333:quality",
    };

    public static LambdaSettings Parse(string path, byte[] bytes)
    {
        try
        {
            return LambdaSettings.Parse(Encoding.UTF8.GetString(bytes));
        }
        catch (FormatException e)
        {
            throw new CommandException($"{path}: {e.Message}", e);
        }
    }

    /// <exception cref="Lambda.Common.Hosting.FunctionEnvironmentException">The function couldn't start with this environment.</exception>
    public static async Task<IReadOnlyList<DryRunOutcome>> NotificationsAsync(
        byte[] bytes,
        LambdaSettings settings,
        byte[]? content,
        Func<string, string?> environment,
        CancellationToken cancellation
    )
    {
        Lambda.Notifications.Composition.CheckEnvironment(Filled(environment));
        var nothing = new NoLookups(content);
        var decisions = await new EventRouter(new MailTools(settings, nothing, nothing, nothing)).RouteAsync(
            RawEvent.Parse(bytes),
            cancellation
        );
        return
        [
            .. decisions.Select(decision =>
                decision switch
                {
                    Decision.Send(var mail) => new DryRunOutcome("mail") { Mail = mail },
                    Decision.Ignore(var reason) => new DryRunOutcome("ignored", reason),
                    _ => throw new InvalidOperationException($"The router left {decision} undecided."),
                }
            ),
        ];
    }

    /// <exception cref="Lambda.Common.Hosting.FunctionEnvironmentException">The function couldn't start with this environment.</exception>
    /// <exception cref="UnusableEventException">The event is none that this function handles.</exception>
    public static async Task<DryRunOutcome> ApprovalDeployAsync(
        byte[] bytes,
        LambdaSettings settings,
        Func<string, string?> environment,
        CancellationToken cancellation
    )
    {
        var options = Lambda.ApprovalDeploy.Composition.CheckEnvironment(Filled(environment));
        var (change, ignored) = new ApprovalFilter(settings).Read(bytes);
        if (change is null)
        {
            return new DryRunOutcome("ignored", ignored);
        }

        var verdict = await new ReviewCheck(new NoLookups(null)).ExamineAsync(change, cancellation);
        if (!verdict.IsOpen)
        {
            return new DryRunOutcome(
                "refused",
                "the version needs a review, and neither its approval description nor its metadata names one"
            );
        }

        using var request = GitLabRequest.Create(options, change, MaskedToken);
        var body = await request.Content!.ReadAsStringAsync(cancellation);
        return new DryRunOutcome("gitlab")
        {
            Call = (request.Method.Method, request.RequestUri!.AbsoluteUri, Uri.UnescapeDataString(body)),
        };
    }

    /// <summary>The environment, with places to fill in where it says nothing: what it does say is checked as in Lambda.</summary>
    private static Func<string, string?> Filled(Func<string, string?> environment) =>
        name => environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : Places.GetValueOrDefault(name);
}
