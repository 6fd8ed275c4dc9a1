using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests;

public sealed class MapTilerClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_with_a_path_or_URL_sends_the_credential()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var client = services.GetRequiredService<MapTilerClient>();

        using var byPath = await client.GetAsync("/new/thing.json?a=1&key=old", Cancel);
        using var byAddress = await client.GetAsync("https://api.maptiler.com/other?b=č&c=../x", Cancel);

        Assert.Equal([$"https://api.maptiler.com/new/thing.json?a=1&key={Secrets.Key}", $"https://api.maptiler.com/other?b=%C4%8D&c=../x&key={Secrets.Key}"], transport.Uris);
    }

    [Theory]
    [InlineData("maps/x")]
    [InlineData("")]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/x")]
    [InlineData("https://api.maptiler.com.evil.example/x")]
    [InlineData("https://api.maptiler.com:444/x")]
    [InlineData("http://api.maptiler.com/x")]
    [InlineData("https://user@api.maptiler.com/x")]
    [InlineData("https://user@evil.example/x")]
    [InlineData("/\\evil.example/x")]
    [InlineData("\\\\evil.example\\x")]
    [InlineData("/tiles/v3/{z}/{x}/{y}")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/maps/../v1/api_keys")]
    [InlineData("/maps/%2e%2e/v1")]
    [InlineData("/maps/.%2E/v1")]
    [InlineData("/./maps/x")]
    [InlineData("/maps/..")]
    [InlineData("https://api.maptiler.com/maps/../v1")]
    [InlineData("\n/maps/x")]
    [InlineData(" /maps/x")]
    [InlineData("/maps/x\r\nX: 1")]
    public async Task GetAsync_with_a_path_outside_of_the_service_throws_without_a_request(string path)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        await Assert.ThrowsAsync<ArgumentException>(nameof(path), () => services.GetRequiredService<MapTilerClient>().GetAsync(path, Cancel));

        Assert.Empty(transport.Uris);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task GetAsync_with_a_path_over_the_length_limit_throws_UriTooLong(int more, int requests)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var path = "/" + new string('x', 8192 - 256 - "https://api.maptiler.com/".Length + more);

        var error = await Record.ExceptionAsync(async () => (await services.GetRequiredService<MapTilerClient>().GetAsync(path, Cancel))?.Dispose());

        Assert.Equal(more == 0 ? default(MapTilerErrorReason?) : MapTilerErrorReason.UriTooLong, (error as MapTilerException)?.Reason);
        Assert.Equal(requests, transport.Uris.Count);
    }
}
