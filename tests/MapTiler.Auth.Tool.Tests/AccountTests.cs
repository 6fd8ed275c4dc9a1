namespace MapTiler.Tool.Tests;

/// <summary>Which credential a command uses, observed in the URL that it prints.</summary>
public sealed class AccountTests : IDisposable
{
    private const string Token = "0123abcd_00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private const string Profiles = """
        {
          "defaultProfile": "work",
          "profiles": {
            "work": { "apiKey": "fakeWorkKey12345", "baseAddress": "https://work.example/api/" },
            "home": { "apiKey": "fakeHomeKey12345" }
          }
        }
        """;

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Missing_credential_is_one_line_and_exit_code_3() =>
        Assert.Contains("MAPTILER_API_KEY", (await UrlAsync()).ErrorLine(3), StringComparison.Ordinal);

    [Fact]
    public async Task Key_is_read_from_the_environment_before_the_default_profile()
    {
        _tool.Write("maptiler/config.json", Profiles);
        _tool["MAPTILER_API_KEY"] = "fakeVariableKey1";

        Assert.Equal("https://api.maptiler.com/maps/basic-v2/style.json?key=fakeVariableKey1\n", (await UrlAsync()).Output);
    }

    [Fact]
    public async Task Key_and_address_are_read_from_the_default_profile()
    {
        _tool.Write("maptiler/config.json", Profiles);

        Assert.Equal("https://work.example/api/maps/basic-v2/style.json?key=fakeWorkKey12345\n", (await UrlAsync()).Output);
    }

    [Theory]
    [InlineData("--profile", "home", null)]
    [InlineData("--verbose", null, "home")]
    public async Task Profile_that_is_selected_is_used_before_the_environment(string option, string? value, string? variable)
    {
        _tool.Write("maptiler/config.json", Profiles);
        _tool["MAPTILER_API_KEY"] = "fakeVariableKey1";
        _tool["MAPTILER_PROFILE"] = variable;

        Assert.EndsWith("?key=fakeHomeKey12345\n", (await UrlAsync(value is null ? [option] : [option, value])).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fakeVariableKey1", "https://api.maptiler.com/")]
    [InlineData(null, "http://127.0.0.1:8080/")]
    public async Task Address_in_the_environment_is_not_used_for_another_key_than_the_one_beside_it(string? key, string address)
    {
        _tool.Write("maptiler/config.json", Profiles);
        _tool["MAPTILER_API_KEY"] = key;
        _tool["MAPTILER_BASE_ADDRESS"] = "http://127.0.0.1:8080/";

        Assert.StartsWith(address, (await UrlAsync("--profile", "home")).Output, StringComparison.Ordinal);
        Assert.StartsWith(address, (await UrlAsync("--key-file", _tool.Write("key.txt", "fakeFileKey12345"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_file_is_used_before_everything_else()
    {
        _tool["MAPTILER_API_KEY"] = "fakeVariableKey1";

        Assert.EndsWith("?key=fakeFileKey12345\n", (await UrlAsync("--key-file", _tool.Write("key.txt", "\nfakeFileKey12345\n"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_file_with_a_service_token_signs()
    {
        var result = await UrlAsync("--key-file", _tool.Write("token.txt", Token));

        Assert.Contains("?key=0123abcd&signature=", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_is_read_from_the_standard_input()
    {
        var result = await _tool.RunWithInputAsync("fakeInputKey1234\n", "url", "style", "basic-v2", "--key-file", "-");

        Assert.EndsWith("?key=fakeInputKey1234\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_in_an_argument_must_be_insisted_on()
    {
        Assert.EndsWith("?key=fakeOptionKey123\n", (await UrlAsync("--insecure-key", "fakeOptionKey123")).Output, StringComparison.Ordinal);
        Assert.Contains("--key", (await UrlAsync("--key", "fakeOptionKey123")).ErrorLine(2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "profiles": { "work": { "apiKye": "fakeWorkKey12345" } } }""", "'apiKye'")]
    [InlineData("""{ "profiles": { "work": { "apiKey": fakeWorkKey12345 } } }""", "not valid JSON")]
    [InlineData("""{ "profiles": { "work": {} } }""", "no profile 'home'")]
    public async Task Configuration_file_that_cannot_be_used_is_one_line_without_its_values(string content, string message)
    {
        _tool.Write("maptiler/config.json", content);

        var line = (await UrlAsync("--profile", "home")).ErrorLine(2);

        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.DoesNotContain("fakeWorkKey", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.txt", 3, "cannot be read")]
    [InlineData("empty.txt", 3, "is empty")]
    [InlineData("placeholder.txt", 3, "placeholder")]
    public async Task Key_file_that_cannot_be_used_is_one_line(string name, int exitCode, string message)
    {
        _tool.Write("empty.txt", "\n \n");
        _tool.Write("placeholder.txt", "YOUR_MAPTILER_API_KEY");

        Assert.Contains(message, (await UrlAsync("--key-file", name)).ErrorLine(exitCode), StringComparison.Ordinal);
    }

    private Task<ToolResult> UrlAsync(params string[] options) => _tool.RunAsync(["url", "style", "basic-v2", .. options]);
}
