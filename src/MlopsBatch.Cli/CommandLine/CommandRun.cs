using System.CommandLine;
using MlopsBatch.Aws;

namespace MlopsBatch.Cli.CommandLine;

/// <summary>Runs a command line: usage faults, faults of the user's files and interruptions end here, each with its exit code.</summary>
internal static class CommandRun
{
    private const string IssueTracker = "Please report it with the command line and this text.";

    /// <param name="context">Where to write.</param>
    /// <param name="command">The root, or any command of its own in a test.</param>
    /// <param name="arguments">The words after its name.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(CliContext context, Command command, params string[] arguments)
    {
        try
        {
            return await InvokeAsync(context, command, arguments);
        }
        catch (OutputException fault)
        {
            // Whatever was to be printed, an answer or a fault as JSON: there is nowhere to print it.
            return Report(context, fault, asJson: false);
        }
    }

    private static async Task<int> InvokeAsync(CliContext context, Command command, string[] arguments)
    {
        var result = command.Parse(arguments);
        var asJson = arguments.Contains("--json", StringComparer.Ordinal);
        // "[suggest:…]" asks for completions of a line that isn't finished.
        var isDirective = arguments is [['[', ..], ..];
        if (result.Errors.Count > 0 && !IsHelpAsked(result) && !isDirective)
        {
            return arguments.Length == 0 ? Welcome(context, command) : Refuse(context, result, asJson);
        }

        try
        {
            return await result.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    Output = context.Out,
                    Error = context.Error,
                }
            );
        }
        catch (OperationCanceledException)
        {
            context.Error.WriteLine("mlops: stopped.");
            return ExitCodes.Interrupted;
        }
#pragma warning disable CA1031 // The outermost frame: what nobody foresaw is said here, too.
        catch (Exception fault) when (fault is not OutputException)
#pragma warning restore CA1031
        {
            return Report(context, fault, asJson);
        }
    }

    private static int Report(CliContext context, Exception fault, bool asJson)
    {
        if (asJson)
        {
            context.Out.WriteLine(FaultReport.Json(fault).ToJsonString(CliJson.Indented));
        }

        if (FaultReport.TextOf(fault) is { } text)
        {
            context.Error.WriteLine(text);
            return ExitCodes.Failure;
        }

        context.Error.WriteLine($"mlops: a fault of mlops itself, not of your input: {fault.Message} {IssueTracker}");
        if (context.Environment("MLOPS_TRACE") is { Length: > 0 })
        {
            context.Error.WriteLine(fault.ToString());
        }
        else
        {
            context.Error.WriteLine("MLOPS_TRACE=1 shows where it happened.");
        }

        return ExitCodes.Failure;
    }

    private static int Refuse(CliContext context, ParseResult result, bool asJson)
    {
        var faults = result.Errors.Select(error => error.Message).ToList();
        if (result.UnmatchedTokens.Count > 0)
        {
            // That a command or an option is missing follows from its misspelt name, and its value is no argument then.
            var unknown = result.UnmatchedTokens.Where(token => token.StartsWith('-')).ToList();
            unknown = unknown.Count > 0 ? unknown : [.. result.UnmatchedTokens];
            faults = [.. unknown.Select(token => Unknown(result, token)), .. faults.Where(text => !IsAbout(text, result))];
        }

        if (asJson)
        {
            context.Out.WriteLine(FaultReport.Json(faults.Select(text => ((string?)null, text))).ToJsonString(CliJson.Indented));
        }

        foreach (var fault in faults.Distinct(StringComparer.Ordinal))
        {
            context.Error.WriteLine($"mlops: {fault}");
        }

        context.Error.WriteLine($"'{Path(result)} --help' shows what it takes.");
        return ExitCodes.Usage;
    }

    private static bool IsAbout(string text, ParseResult result) =>
        text == "Required command was not provided."
        || result.UnmatchedTokens.Any(token => Nearest(result, token) is { } meant && text.Contains($"'{meant}'", StringComparison.Ordinal))
        || result.UnmatchedTokens.Any(token => text.Contains($"'{token}'", StringComparison.Ordinal));

    private static string? Nearest(ParseResult result, string token) => NearestName.Find(token, Known(result, token));

    private static List<string> Known(ParseResult result, string token)
    {
        var command = result.CommandResult.Command;
        var known = token.StartsWith('-')
            ? command.Options.Where(option => !option.Hidden).Select(option => option.Name)
            : command.Subcommands.Where(child => !child.Hidden).Select(child => child.Name);
        return [.. known.Order(StringComparer.Ordinal)];
    }

    private static string Unknown(ParseResult result, string token)
    {
        var names = Known(result, token);
        var what =
            token.StartsWith('-') ? "option"
            : names.Count > 0 ? "command"
            : "argument";
        var advice =
            Nearest(result, token) is { } nearest ? $"did you mean '{nearest}'?"
            : names.Count > 0 && what != "argument" ? $"known here: {string.Join(", ", names)}"
            : "leave it out";
        return $"'{token}' is no {what} of '{Path(result)}'; {advice}";
    }

    /// <summary>Without any word: what there is, in a few lines. Nothing was asked wrongly.</summary>
    private static int Welcome(CliContext context, Command command)
    {
        if (command is not RootCommand)
        {
            return Refuse(context, command.Parse(["--"]), asJson: false);
        }

        context.Out.WriteLine(command.Description);
        context.Out.WriteLine();
        var commands = command.Subcommands.Where(child => !child.Hidden).ToList();
        var width = commands.Max(child => child.Name.Length);
        foreach (var child in commands)
        {
            context.Out.WriteLine($"  ./mlops {child.Name.PadRight(width)}  {FirstSentence(child.Description ?? "")}");
        }

        context.Out.WriteLine();
        context.Out.WriteLine("Start with './mlops rehearse'; './mlops COMMAND --help' tells more about each.");
        return ExitCodes.Success;
    }

    private static string FirstSentence(string text) =>
        text.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? text[..end] : text.TrimEnd('.');

    private static bool IsHelpAsked(ParseResult result) =>
        result.Action is System.CommandLine.Help.HelpAction or { Terminating: true }
        && result.Tokens.Any(token => token.Value is "--help" or "-h" or "-?" or "--version");

    private static string Path(ParseResult result)
    {
        var names = new Stack<string>();
        for (var at = result.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Push(at.Command is RootCommand ? "./mlops" : at.Command.Name);
        }

        return string.Join(' ', names);
    }
}
