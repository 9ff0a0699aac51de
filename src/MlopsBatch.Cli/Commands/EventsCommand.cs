using System.CommandLine;
using MlopsBatch.Cli.EventViews;
using MlopsBatch.Events.Functions;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops events send</c>: hands an event to a function, to see what it would do or to do it.</summary>
internal static class EventsCommand
{
    public static Command Create(CliContext context) => new("events", "Try the functions with an event.") { CreateSend(context) };

    private static Command CreateSend(CliContext context)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The event as EventBridge delivers it: a JSON file." };
        var function = new Option<string>("--function") { Description = $"{string.Join(" or ", FunctionNames.All)}.", Required = true };
        function.AcceptOnlyFromAmong([.. FunctionNames.All]);
        var dryRun = new Option<bool>("--dry-run")
        {
            Description =
                "Show the mail or the GitLab call and send nothing. Without it, the function runs here, with this shell's "
                + "environment and AWS credentials.",
        };
        var settings = new Option<FileInfo?>("--settings")
        {
            Description =
                "The settings.json that the function has in its layer. Default: none, so no models are known. Needs "
                + "--dry-run; else set SETTINGS_FILE.",
            HelpName = "FILE",
        };
        var content = new Option<FileInfo?>("--object")
        {
            Description = "What the function finds when it reads an object of S3, such as the violations. Needs --dry-run.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Print what would be sent as JSON. Needs --dry-run." };
        var command = new Command("send", "Hand an event to a function.") { file, function, dryRun, settings, content, json };
        command.SetAction(
            async (result, cancellation) =>
            {
                var bytes = await ReadAsync(result.GetRequiredValue(file), cancellation);
                var isNotifications = result.GetValue(function) == FunctionNames.Notifications;
                if (!result.GetValue(dryRun))
                {
                    await RealRun.HandleAsync(context, isNotifications, bytes);
                    return;
                }

                var known = result.GetValue(settings) is { } path
                    ? DryRun.Parse(path.FullName, await ReadAsync(path, cancellation))
                    : new();
                var found = result.GetValue(content) is { } stored ? await ReadAsync(stored, cancellation) : null;
                var outcomes = isNotifications
                    ? await DryRun.NotificationsAsync(bytes, known, found, context.Environment, cancellation)
                    : [await DryRun.ApprovalDeployAsync(bytes, known, context.Environment, cancellation)];
                DryRunView.Write(context, outcomes, result.GetValue(json));
            }
        );
        return command;
    }

    private static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken cancellation) =>
        await File.ReadAllBytesAsync(file.FullName, cancellation);
}
