using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests.Proxy;

public sealed partial class UpstreamTests
{
    [Theory]
    [InlineData(Tile, 1_000_000)]
    [InlineData("/maptiler/maps/streets-v4/style.json", 0)]
    [InlineData("/maptiler/geocoding/Brno.json", 1_000_000)]
    public async Task FetchAsync_without_a_response_in_30_seconds_is_a_gateway_timeout(string path, long cacheSize)
    {
        var time = new FakeTimeProvider();
        var isRequested = new TaskCompletionSource();
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            isRequested.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        await using var app = await StartAsync(upstream, cacheSize, services => services.AddSingleton<TimeProvider>(time));

        var request = app.GetAsync(path);
        await isRequested.Task.WaitAsync(Cancel);
        time.Advance(TimeSpan.FromSeconds(30));
        using var response = await request;

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task FetchAsync_of_a_response_with_an_encoding_that_was_not_requested_is_a_bad_gateway()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "br";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return SendTileAsync(context);
        });
        await using var app = await StartAsync(upstream, cacheSize: 1_000_000);

        using var response = await app.GetAsync(Tile, ("Accept-Encoding", "gzip, br"));

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    [Fact]
    public async Task ForwardAsync_of_a_body_below_the_minimum_data_rate_breaks_the_connection()
    {
        var time = new FakeTimeProvider();
        var isSent = new TaskCompletionSource();
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("slow");
            await context.Response.Body.FlushAsync();
            isSent.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        await using var app = await StartAsync(upstream, services: services => services.AddSingleton<TimeProvider>(time));

        using var response = await app.Browser.GetAsync(Tile, HttpCompletionOption.ResponseHeadersRead, Cancel);
        await isSent.Task.WaitAsync(Cancel);
        var body = response.Content.ReadAsByteArrayAsync(Cancel);
        while (!body.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(31));
            await Task.Yield();
        }

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => body);
    }
}
