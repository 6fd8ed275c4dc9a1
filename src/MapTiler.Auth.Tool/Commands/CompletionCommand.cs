using System.CommandLine;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler completion</c> prints the completion script of a shell. The scripts request the words from the program itself.</summary>
internal static class CompletionCommand
{
    // Each passes the line up to the cursor, so that the position is its length.
    private const string Bash = """
        # maptiler completion for bash: eval "$(maptiler completion bash)"
        _maptiler() {
            local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}"
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(maptiler "[suggest:${#line}]" "$line" 2>/dev/null)" -- "$word"))
        }
        complete -o default -F _maptiler maptiler
        """;

    private const string Zsh = """
        #compdef maptiler
        # maptiler completion for zsh: eval "$(maptiler completion zsh)"
        _maptiler() {
            local line="${BUFFER[1,CURSOR]}"
            local -a words_found=("${(@f)$(maptiler "[suggest:${#line}]" "$line" 2>/dev/null)}")
            compadd -a words_found
            _files
        }
        compdef _maptiler maptiler
        """;

    private const string Fish = """
        # maptiler completion for fish: maptiler completion fish | source
        function __maptiler_complete
            set -l line (commandline -cp)
            maptiler "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c maptiler -a '(__maptiler_complete)'
        """;

    private const string PowerShell = """
        # maptiler completion for PowerShell: maptiler completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName maptiler -ScriptBlock {
            param($word, $ast, $position)
            $line = $ast.ToString().PadRight($position)
            maptiler "[suggest:$position]" $line 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "The shell" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        return new Command("completion", "Print the completion script of a shell") { shell }.Runs(session =>
        {
            session.Output.Writer.WriteLine((session.Get(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell }).ReplaceLineEndings("\n"));
            return ExitCode.Ok;
        });
    }
}
