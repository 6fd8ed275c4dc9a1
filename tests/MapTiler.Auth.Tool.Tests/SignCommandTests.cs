using System.Net;
using MapTiler.Emulator;

namespace MapTiler.Tool.Tests;

public sealed class SignCommandTests : IDisposable
{
    private readonly MapTilerEmulator _emulator;
    private readonly Tool _tool;

    public SignCommandTests(EmulatorFixture fixture)
    {
        _emulator = fixture.Emulator;
        _tool = new(_emulator) { ["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken };
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Signed_path_is_accepted_by_the_server()
    {
        var result = await _tool.RunAsync("sign", "/maps/streets-v4/style.json");

        using var client = new HttpClient();
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(result.Output.TrimEnd()), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Lines_of_the_standard_input_are_signed()
    {
        var result = await _tool.RunWithInputAsync("/tiles/v4/0/0/0\n\n/tiles/v4/1/0/0\n", "sign", "-");

        Assert.Equal(["/tiles/v4/0/0/0", "/tiles/v4/1/0/0"], result.Lines.Select(line => new Uri(line).AbsolutePath));
        Assert.All(result.Lines, line => Assert.Contains("signature=", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signed_URL_is_written_as_JSON() =>
        Assert.Contains("signature=", (await _tool.RunAsync("sign", "/tiles/v4/0/0/0", "--json")).Json("url").GetProperty("url").GetString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://other.example/tiles/v4/0/0/0?key=fakeSecret", "is not a URL or a path of")]
    [InlineData("tiles/v4/0/0/0", "is not a URL or a path of")]
    public async Task Url_of_another_server_is_rejected_without_its_key(string url, string message)
    {
        var line = (await _tool.RunAsync("sign", url)).ErrorLine(2);

        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.DoesNotContain("fakeSecret", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_service_token_is_exit_code_3()
    {
        _tool["MAPTILER_SERVICE_TOKEN"] = null;

        Assert.Contains("MAPTILER_SERVICE_TOKEN", (await _tool.RunAsync("sign", "/tiles/v4/0/0/0")).ErrorLine(3), StringComparison.Ordinal);
    }
}
