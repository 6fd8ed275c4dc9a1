using MapTiler.AspNetCore.Tests.Support;

namespace MapTiler.AspNetCore.Tests.Endpoints;

public sealed class GeocodingRequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Brno.json?autocomplete=true&limit=5&language=cs,en&key=stolen&other=1", "/geocoding/Brno.json?autocomplete=true&language=cs,en&limit=5&key=")]
    [InlineData("%C5%A0umavsk%C3%A1%205%2F3%3F.json", "/geocoding/%C5%A0umavsk%C3%A1%205%2F3%3F.json?key=")]
    [InlineData("8.50,47.4.json", "/geocoding/8.5,47.4.json?key=")]
    [InlineData("Hauptstr.5.json", "/geocoding/Hauptstr.%205.json?key=")]
    [InlineData("hauptstr.5.json", "/geocoding/hauptstr.%205.json?key=")]
    [InlineData("181,47.4.json", "/geocoding/181%2047.4.json?key=")]
    [InlineData("a%3Bb.json", "/geocoding/a%3Bb.json?key=")]
    [InlineData("a%0Ab.json", "/geocoding/a%0Ab.json?key=")]
    [InlineData("..json", "/geocoding/..json?key=")]
    [InlineData("municipality.1.json?mtsid=5f", "/geocoding/municipality.1.json?mtsid=5f&key=")]
    public async Task Request_is_sent_to_MapTiler_with_the_documented_parameters_and_the_language_of_the_browser(string path, string target)
    {
        await using var upstream = await LoopbackServer.StartAsync(ResponseBodies.Brno);
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        using var response = await app.GetAsync("/maptiler/geocoding/" + path, ("Accept-Language", "cs"));

        Assert.Equal(ResponseBodies.Brno, await response.Content.ReadAsStringAsync(Cancel));
        var request = Assert.Single(upstream.Requests);
        Assert.StartsWith(target, request.Target, StringComparison.Ordinal);
        Assert.Equal("cs", request.Headers["Accept-Language"]);
        Assert.Equal(["Accept-Encoding", "Accept-Language"], response.Headers.Vary);
    }
}
