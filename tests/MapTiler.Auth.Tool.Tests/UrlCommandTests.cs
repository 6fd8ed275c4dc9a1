namespace MapTiler.Tool.Tests;

public sealed class UrlCommandTests
{
    private const string Key = "fakeUrlKey1234567890";
    private const string Token = "0123abcd_00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    [Theory]
    [InlineData("style streets-v4", "/maps/streets-v4/style.json")]
    [InlineData("viewer streets-v4", "/maps/streets-v4/")]
    [InlineData("map-tile streets-v4 3/4/2 --tile-size 256 --hidpi --format webp", "/maps/streets-v4/256/3/4/2@2x.webp")]
    [InlineData("map-tiles streets-v4", "/maps/streets-v4/{z}/{x}/{y}.png")]
    [InlineData("wmts streets-v4", "/maps/streets-v4/WMTSCapabilities.xml")]
    [InlineData("tilejson v4", "/tiles/v4/tiles.json")]
    [InlineData("tile v4 3/4/2", "/tiles/v4/3/4/2")]
    [InlineData("tiles v4", "/tiles/v4/{z}/{x}/{y}")]
    [InlineData("glyphs Roboto 256", "/fonts/Roboto/256-511.pbf")]
    [InlineData("geocode Zürich", "/geocoding/Z%C3%BCrich.json")]
    [InlineData("reverse 8.5417,47.3769", "/geocoding/8.5417,47.3769.json")]
    public async Task Url_of_each_kind_is_printed_with_the_key(string arguments, string path)
    {
        using var tool = new Tool { ["MAPTILER_API_KEY"] = Key };

        var result = await tool.RunAsync(["url", .. arguments.Split(' ')]);

        Assert.Equal((0, $"https://api.maptiler.com{path}?key={Key}\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Url_is_signed_with_a_service_token()
    {
        using var tool = new Tool { ["MAPTILER_SERVICE_TOKEN"] = Token };

        var result = await tool.RunAsync("url", "style", "streets-v4", "--json");

        Assert.StartsWith("https://api.maptiler.com/maps/streets-v4/style.json?key=0123abcd&signature=", result.Json("url").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token.Split('_')[1], result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_that_would_be_signed_fails_with_the_reason()
    {
        using var tool = new Tool { ["MAPTILER_SERVICE_TOKEN"] = Token };

        Assert.Contains("cannot be signed", (await tool.RunAsync("url", "tiles", "v4")).ErrorLine(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Url_without_a_credential_requires_none()
    {
        using var tool = new Tool();

        Assert.Equal("https://api.maptiler.com/maps/streets-v4/style.json\n", (await tool.RunAsync("url", "style", "streets-v4", "--without-credential")).Output);
    }

    [Theory]
    [InlineData("", "maptiler: Specify a command.", "  geocode <query>")]
    [InlineData("geocod Brno", "There is no command 'geocod'. Did you mean geocode?", "  geocode <query>")]
    [InlineData("url", "maptiler: Specify a command.", "  wmts <map>")]
    [InlineData("url stile streets-v4", "Did you mean style or tile?", "  wmts <map>")]
    public async Task Missing_or_unknown_command_is_followed_by_the_list_of_commands(string arguments, string message, string command)
    {
        using var tool = new Tool();

        var result = await tool.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(result.Error.Split('\n'), line => line.StartsWith(command, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("url tile v4 3/9/2", "'3/9/2' is not a tile")]
    [InlineData("url reverse 8.5;47", "'8.5;47' is not a location")]
    [InlineData("url style", "Required argument missing")]
    [InlineData("url map-tile streets-v4 3/4/2 --formt png", "Did you mean --format?")]
    public async Task Invalid_argument_is_one_line_and_exit_code_2(string arguments, string message)
    {
        using var tool = new Tool { ["MAPTILER_API_KEY"] = Key };

        Assert.Contains(message, (await tool.RunAsync(arguments.Split(' '))).ErrorLine(2), StringComparison.Ordinal);
    }
}
