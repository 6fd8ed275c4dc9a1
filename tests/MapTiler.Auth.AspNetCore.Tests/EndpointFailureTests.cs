using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests;

/// <summary>What a browser and the log are told where there is no answer.</summary>
public sealed class EndpointFailureTests
{
    private const string Tile = "/maptiler/tiles/v3/0/0/0.pbf";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_is_text_that_no_browser_takes_for_a_page()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        using var response = await app.GetAsync("/maptiler/maps/other/style.json");

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData(Tile)]
    [InlineData("/maptiler/maps/streets-v4/style.json")]
    public async Task A_document_or_file_is_taken_for_nothing_but_what_it_is(string path)
    {
        await using var upstream = await LoopbackServer.StartAsync("{}");
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);

        using var response = await app.GetAsync(path);

        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_failure_has_nothing_of_the_file_that_was_to_be()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.Headers.CacheControl = "public, max-age=60";
            context.Response.Headers.Age = "5";
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.LastModified = "Mon, 02 Nov 2026 10:00:00 GMT";
            return context.Response.WriteAsync("not gzip");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);

        using var response = await app.GetAsync(Tile);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal((null, null, null), (response.Headers.ETag, response.Headers.Age, response.Content.Headers.LastModified));
    }

    [Theory]
    [InlineData(Tile, 0)]
    [InlineData(Tile, 1_000_000)]
    [InlineData("/maptiler/maps/streets-v4/style.json", 0)]
    [InlineData("/maptiler/maps/streets-v4/style.json", 1_000_000)]
    public async Task A_browser_that_goes_away_is_no_failure(string path, long cacheSize)
    {
        var isAsked = new TaskCompletionSource();
        Exception? failure = null;
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            isAsked.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize, pipeline: app => app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception e)
            {
                failure = e;
            }
        }));
        using var leaving = new CancellationTokenSource();

        var asking = app.Browser.GetAsync(path, leaving.Token);
        await isAsked.Task.WaitAsync(Cancel);
        await app.WaitForRequestsAsync(1);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await app.WaitForRequestsAsync(0);

        Assert.Null(failure);
        Assert.DoesNotContain("A browser got", app.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listed_map_that_MapTiler_does_not_know_is_worth_a_warning_and_a_tile_is_not()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        foreach (var path in new[] { "/maptiler/maps/streets-v4/style.json", "/maptiler/maps/streets-v4/1/0/0.png" })
            using (await app.GetAsync(path)) { }

        var warning = Assert.Single(app.Logs.Messages, message => message.StartsWith("Warning", StringComparison.Ordinal));
        Assert.Contains("404 for 'streets-v4'", warning, StringComparison.Ordinal);
    }
}
