using System.Net;
using MapTiler.Emulator;

namespace MapTiler.AspNetCore.Tests;

public sealed class SignedRedirectTests
{
    private static readonly string[] Files =
    [
        "maps/streets-v4/2/1/1.png", "maps/streets-v4/2/1/1@2x.webp", "maps/streets-v4/256/2/1/1.png", "maps/streets-v4/sprite.json", "maps/streets-v4/sprite@2x.png",
        "maps/streets-v4/static/8.5,47.4,4/100x80.png", "maps/streets-v4/static/auto/100x80@2x.png?markers=8.5,47.4%7C9.1,47.6&path=stroke:red%7C8.5,47.4%7C9.1,47.6",
        "tiles/v3/2/1/1.pbf", "tiles/terrain-rgb-v2/2/1/1.webp", "fonts/Noto%20Sans%20Regular/0-255.pbf",
    ];

    [Fact]
    public async Task Every_file_is_at_a_signed_address_that_MapTiler_takes_and_nothing_is_fetched_for_it()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var app = await BrowserApp.StartAsync(emulator, BrowserMapsMode.SignedRedirect, o => o.Tilesets.Add("terrain-rgb-v2"));
        using var stranger = new HttpClient();

        foreach (var file in Files)
        {
            using var response = await app.GetAsync("/maptiler/" + file);

            Assert.Equal(HttpStatusCode.Found, response.StatusCode);
            Assert.Equal("max-age=300, private", response.Headers.CacheControl!.ToString());
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            var location = response.Headers.Location!.OriginalString;
            Assert.StartsWith(emulator.BaseAddress + file.Split('?')[0], location, StringComparison.Ordinal);
            Assert.DoesNotContain(emulator.ServiceToken.Split('_')[1], location, StringComparison.Ordinal);
            Assert.DoesNotContain(emulator.ApiKey, location, StringComparison.Ordinal);
            Assert.Empty(emulator.Requests);
            using var answer = await stranger.GetAsync(new Uri(location), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} for {file}");
            emulator.Requests.Clear();
        }
    }

    [Fact]
    public async Task A_HEAD_request_is_redirected_as_well()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        using var response = await app.SendAsync(HttpMethod.Head, "/maptiler/tiles/v3/0/0/0.pbf");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.StartsWith($"{upstream.BaseAddress}tiles/v3/0/0/0.pbf?key={Secrets.KeyId}&signature=", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData("?mtsid=0195-aB", "?mtsid=0195-aB&key=")]
    [InlineData("?key=stolen&mtsid=5f&signature=forged", "?mtsid=5f&key=")]
    [InlineData("?mtsid=a&mtsid=b", "?key=")]
    [InlineData("?mtsid=a%26key%3Dstolen", "?key=")]
    [InlineData("?mtsid=", "?key=")]
    public async Task The_session_that_is_billed_is_the_only_parameter_of_a_caller_that_is_signed(string query, string expected)
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        using var response = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf" + query);

        Assert.StartsWith($"{upstream.BaseAddress}tiles/v3/0/0/0.pbf{expected}{Secrets.KeyId}&signature=", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
