namespace MapTiler.Tool.Tests;

public sealed class CompletionCommandTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("maptiler che", "check")]
    [InlineData("maptiler url style streets", "streets-v4")]
    [InlineData("maptiler url --prof", "--profile")]
    [InlineData("maptiler check --profile ", "work")]
    public async Task Script_of_bash_completes_commands_options_and_values(string line, string word)
    {
        _tool.Write("maptiler/config.json", """{ "profiles": { "work": { "apiKey": "fakeWorkKey12345" } } }""");

        var result = await _tool.RunShellAsync($$"""
            eval "$(maptiler completion bash)"; COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(${COMP_LINE}); [[ "$COMP_LINE" == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _maptiler; printf '%s\n' "${COMPREPLY[@]}"
            """);

        Assert.Equal("", result.Error);
        Assert.Contains(word, result.Lines);
    }

    [Theory]
    [InlineData("zsh", "compdef _maptiler maptiler")]
    [InlineData("fish", "complete -c maptiler")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Script_of_each_shell_registers_the_program(string shell, string registration) =>
        Assert.Contains(registration, (await _tool.RunAsync("completion", shell)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Unknown_shell_is_one_line() => Assert.Contains("cmd", (await _tool.RunAsync("completion", "cmd")).ErrorLine(2), StringComparison.Ordinal);
}
