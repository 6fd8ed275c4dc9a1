using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class MapTilerEmulatorOptionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Base_path_precedes_every_path_and_every_link()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { BasePath = "/api" }, Cancel);
        using var client = new HttpClient();

        var style = await client.GetStringAsync(new Uri(emulator.BaseAddress, $"maps/streets-v4/style.json?key={emulator.ApiKey}"), Cancel);

        Assert.EndsWith("/api/", emulator.BaseAddress.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains($"{emulator.BaseAddress}tiles/v4/tiles.json", style, StringComparison.Ordinal);
        Assert.Contains($"{emulator.BaseAddress}sprites/general/sprite", style, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/maps/streets-v4/style.json")]
    [InlineData("/apis/maps/streets-v4/style.json")]
    [InlineData("/api")]
    public async Task Path_outside_of_the_base_path_is_not_found(string path)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { BasePath = "/api" }, Cancel);
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(emulator.BaseAddress, $"{path}?key={emulator.ApiKey}"), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("api")]
    [InlineData("/api/")]
    [InlineData("/")]
    [InlineData("/a//b")]
    public void Base_path_of_another_form_throws(string basePath) => Assert.Throws<ArgumentException>(() => new MapTilerEmulatorOptions { BasePath = basePath });
}
