using System.CommandLine;
using System.Diagnostics;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.Cli.Tests.GitLab;

namespace MlopsBatch.Cli.Tests;

/// <summary>Shells complete commands, options and stacks, by mlops' own words.</summary>
public sealed class CompletionTests
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    [Theory]
    [InlineData("chec", "check")]
    [InlineData("check --", "--stack --all")]
    [InlineData("check --stack ", "dev prod staging")]
    [InlineData("completion ", "bash zsh pwsh")]
    public async Task An_unfinished_line_is_answered_with_what_may_follow(string line, string words)
    {
        var context = CliContext.Create(_out, _error, redirected: true, _ => null);
        var root = new RootCommand("x") { CheckCommand.Create(context), CompletionCommand.Create(context) };
        CompletionCommand.OfferStacks(context, root);

        (await CommandRun.RunAsync(context, root, $"[suggest:{line.Length}]", line)).ShouldBe(0, _error.ToString());

        var offered = _out.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        words.Split(' ').ShouldBeSubsetOf(offered);
    }

    [Fact]
    public async Task Another_shell_is_a_usage_fault()
    {
        var context = CliContext.Create(_out, _error, redirected: true, _ => null);
        (await CommandRun.RunAsync(context, new RootCommand("x") { CompletionCommand.Create(context) }, "completion", "fish")).ShouldBe(2);
    }

    [ProgramFact("bash")]
    public async Task Bash_completes_with_the_script() =>
        (
            await CompleteAsync(
                "bash",
                CompletionScripts.Bash
                    + "COMP_LINE='mlops check --al' COMP_POINT=16 COMP_CWORD=2 COMP_WORDS=(mlops check "
                    + "--al)\n_mlops_complete\necho \"${COMPREPLY[*]}\"\n"
            )
        ).ShouldBe("--all");

    [ProgramFact("zsh")]
    public async Task Zsh_completes_with_the_script() =>
        (
            await CompleteAsync(
                "zsh",
                "compdef() { : }\ncompinit() { : }\ncompadd() { shift; print -- $@ }\n"
                    + CompletionScripts.Zsh.Replace("autoload -Uz compinit && compinit", "", StringComparison.Ordinal)
                    + "BUFFER='mlops check --al' CURSOR=16; words=(mlops check --al)\n_mlops_complete\n"
            )
        ).ShouldContain("--all");

    /// <summary>A stand-in named mlops that answers as the real one does.</summary>
    private static async Task<string> CompleteAsync(string shell, string script)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-completion-");
        try
        {
            var stand = Path.Combine(folder.FullName, "mlops");
            await File.WriteAllTextAsync(
                stand,
                "#!/bin/sh\n[ \"$1\" = '[suggest:10]' ] && [ \"$2\" = 'check --al' ] && printf '%s\\n' --all --approved\n"
            );
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(stand, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }

            var start = new ProcessStartInfo(shell) { RedirectStandardInput = true, RedirectStandardOutput = true };
            start.Environment["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
            using var process = Process.Start(start)!;
            await process.StandardInput.WriteAsync(script);
            process.StandardInput.Close();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output.Trim();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
