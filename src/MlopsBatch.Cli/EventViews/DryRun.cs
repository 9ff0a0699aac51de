using System.Text;
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

    public static LambdaSettings Parse(string path, byte[] bytes)
    {
        try
        {
            return LambdaSettings.Parse(Encoding.UTF8.GetString(bytes));
        }
        catch (FormatException e)
        {
            throw new FormatException($"{path}: {e.Message}", e);
        }
    }

    public static async Task<IReadOnlyList<DryRunOutcome>> NotificationsAsync(
        byte[] bytes,
        LambdaSettings settings,
        byte[]? content,
        CancellationToken cancellation
    )
    {
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

    /// <exception cref="UnusableEventException">The event is none that this function handles.</exception>
    public static async Task<DryRunOutcome> ApprovalDeployAsync(
        byte[] bytes,
        LambdaSettings settings,
        Func<string, string?> environment,
        CancellationToken cancellation
    )
    {
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

        using var request = GitLabRequest.Create(Options(environment), change, MaskedToken);
        var body = await request.Content!.ReadAsStringAsync(cancellation);
        return new DryRunOutcome("gitlab")
        {
            Call = (request.Method.Method, request.RequestUri!.AbsoluteUri, Uri.UnescapeDataString(body)),
        };
    }

    // Where the environment says nothing, places to fill in.
    private static GitLabOptions Options(Func<string, string?> environment) =>
        new()
        {
            Url = new Uri(environment(EnvironmentVariables.GitLabUrl) ?? "https://gitlab.example.com"),
            Project = environment(EnvironmentVariables.GitLabProject) ?? "group/project",
            Ref = environment(EnvironmentVariables.GitLabRef) ?? "main",
            Mode = environment(EnvironmentVariables.GitLabMode) ?? GitLabModes.Trigger,
            TokenSecretArn = environment(EnvironmentVariables.GitLabTokenSecretArn) ?? "",
        };
}
