namespace MlopsBatch.Cli.CommandLine;

/// <summary>
/// What a shell needs to complete <c>mlops</c>: it hands over the line, and mlops answers by its own commands and options.
/// </summary>
internal static class CompletionScripts
{
    public const string Bash = """
        # Completion of mlops in bash:  source <(./mlops completion bash)
        _mlops_complete() {
          local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} found
          line=${line#"${COMP_WORDS[0]}"}
          line=${line# }
          found=$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$found" -- "$word"))
        }
        complete -o default -F _mlops_complete mlops

        """;

    public const string Zsh = """
        # Completion of mlops in zsh:  source <(./mlops completion zsh)
        _mlops_complete() {
          local line=${BUFFER[1,CURSOR]}
          line=${line#"${words[1]}"}
          line=${line# }
          local -a found
          found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
          compadd -- $found || _files
        }
        autoload -Uz compinit && compinit
        compdef _mlops_complete mlops ./mlops

        """;

    public const string PowerShell = """
        # Completion of mlops in PowerShell:  ./mlops completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName mlops, mlops.cmd -ScriptBlock {
          param($word, $ast, $cursor)
          $command = $ast.CommandElements[0].ToString()
          $line = $ast.ToString().PadRight($cursor).Substring(0, $cursor).Substring($command.Length).TrimStart()
          & $command "[suggest:$($line.Length)]" $line 2>$null |
            Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }

        """;
}
