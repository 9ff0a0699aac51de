using Spectre.Console;

namespace MlopsBatch.Cli;

/// <summary>What every command is handed: where to write, where the project is, what the environment says.</summary>
/// <param name="Console">For people: colours and trees in a terminal, plain text in a pipe or with <c>NO_COLOR</c>.</param>
/// <param name="Out">For machines: standard output as it is, never wrapped or coloured (<c>--json</c>).</param>
/// <param name="Error">Standard error.</param>
/// <param name="ProjectRoot">The folder that holds <c>MlopsBatch.sln</c>.</param>
/// <param name="IsInteractive">Whether a person looks at a terminal, so that live displays make sense.</param>
/// <param name="Environment">The process's environment variables.</param>
/// <param name="Time">The clock.</param>
internal sealed record CliContext(
    IAnsiConsole Console,
    TextWriter Out,
    TextWriter Error,
    DirectoryInfo ProjectRoot,
    bool IsInteractive,
    Func<string, string?> Environment,
    TimeProvider Time
)
{
    /// <summary>What a person types; nothing unless somebody is there.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Whether a person can be asked something.</summary>
    public bool CanAsk { get; init; }

    public static CliContext Create(TextWriter output, TextWriter error, bool redirected, Func<string, string?> environment)
    {
        var plain = redirected || environment("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
                Out = new AnsiConsoleOutput(output),
            }
        );
        if (redirected)
        {
            // A pipe has no width: lines must not be broken for whoever reads them.
            console.Profile.Width = 500;
        }

        return new(
            console,
            output,
            error,
            FindProjectRoot(),
            // Without escape sequences (TERM=dumb) nothing can be drawn again.
            !redirected && console.Profile.Capabilities is { Interactive: true, Ansi: true },
            environment,
            TimeProvider.System
        );
    }

    private static DirectoryInfo FindProjectRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MlopsBatch.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException(
            $"No MlopsBatch.sln above {AppContext.BaseDirectory}: run mlops from the project's own build, with ./mlops in its root."
        );
    }
}
