using MapTiler.AspNetCore.Tests.Support;

namespace MapTiler.AspNetCore.Tests.Endpoints;

public sealed class ErrorResponseTests
{
    [Fact]
    public async Task WriteAsync_sends_plain_text_with_nosniff_and_no_store()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        using var response = await app.GetAsync("/maptiler/maps/other/style.json");

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }
}
