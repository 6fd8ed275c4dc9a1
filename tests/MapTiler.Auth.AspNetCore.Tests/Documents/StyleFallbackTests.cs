using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore.Tests.Documents;

public sealed class StyleFallbackTests
{
    private const string Style = "/maptiler/maps/streets-v4/style.json";

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Style_that_cannot_be_had_is_replaced_by_the_fallback_map(int status)
    {
        await using var upstream = await LoopbackServer.StartAsync(context => FailForAsync(context, "streets-v4", status));
        await using var app = await StartAsync(upstream, o => o.FallbackMap = "topo-v4");

        using var response = await app.GetAsync(Style);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("/maps/topo-v4", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fallback_map_that_fails_too_returns_its_failure_without_another_fallback()
    {
        await using var upstream = await LoopbackServer.StartAsync(context => FailForAsync(context, "", 503));
        await using var app = await StartAsync(upstream, o => o.FallbackMap = "topo-v4");

        using var response = await app.GetAsync(Style);
        using var own = await app.GetAsync("/maptiler/maps/topo-v4/style.json");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (response.StatusCode, own.StatusCode));
        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task Fallback_map_of_another_account_is_fetched_with_its_credential_and_served_by_its_endpoints()
    {
        await using var upstream = await LoopbackServer.StartAsync(context => context.Request.Query["key"] == Secrets.OtherKey ? SendAsync(context) : FailForAsync(context, "", 403));
        await using var app = await StartAsync(
            upstream, o => (o.FallbackAccount, o.FallbackMap) = ("spare", "topo-v4"),
            services => services.AddMapTiler("spare", o => (o.ApiKey, o.BaseAddress) = (Secrets.OtherKey, upstream.BaseAddress))
                .AddBrowserMaps(o => (o.Mode, o.PublicUrl, o.FallbackAccount, o.FallbackMap, _) = (BrowserMapsMode.Proxy, new Uri(BrowserApp.PublicUrl), "", "topo-v4", o.Maps.Add("topo-v4"))),
            app => app.MapMapTiler("/spare", "spare"));

        Assert.Contains($"{BrowserApp.PublicUrl}/spare/maps/topo-v4", await app.GetStringAsync(Style), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fallback_style_file_is_sent_as_it_is()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"version":8,"sources":{},"layers":[]}""", TestContext.Current.CancellationToken);
        await using var upstream = await LoopbackServer.StartAsync(context => FailForAsync(context, "", 503));
        await using var app = await StartAsync(upstream, o => (o.FallbackMap, o.FallbackStyleFile) = ("topo-v4", file));

        Assert.Equal("""{"version":8,"sources":{},"layers":[]}""", await app.GetStringAsync("/maptiler/maps/topo-v4/style.json"));

        File.Delete(file);
        using var response = await app.GetAsync("/maptiler/maps/topo-v4/style.json");
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    [Fact]
    public async Task Fallback_is_logged_once_and_makes_the_status_stale()
    {
        await using var upstream = await LoopbackServer.StartAsync(context => FailForAsync(context, "streets-v4", 403));
        await using var app = await StartAsync(upstream, o => o.FallbackMap = "topo-v4");

        for (var i = 0; i < 5; i++)
            await app.GetStringAsync(Style);

        Assert.Single(app.Logs.Messages, message => message.Contains("receive the fallback", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("unlisted", null, null, "FallbackMap is 'unlisted'")]
    [InlineData(null, "spare", null, "FallbackMap is not set")]
    [InlineData(null, null, "missing.json", "there is no such file")]
    [InlineData("streets-v4", null, null, "its own fallback")]
    public async Task Fallback_that_is_not_valid_is_rejected_at_start(string? map, string? account, string? file, string expected)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => BrowserApp.StartAsync(
            new Uri("http://127.0.0.1:1"), BrowserMapsMode.Proxy, o => (o.FallbackMap, o.FallbackAccount, o.FallbackStyleFile) = (map, account, file)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fallback_map_that_the_other_account_does_not_list_is_rejected_at_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => BrowserApp.StartAsync(
            new Uri("http://127.0.0.1:1"), BrowserMapsMode.Proxy, o => (o.FallbackMap, o.FallbackAccount) = ("topo-v4", "spare")));

        Assert.Contains("not listed by the account 'spare'", error.Message, StringComparison.Ordinal);
    }

    private static Task<BrowserApp> StartAsync(LoopbackServer upstream, Action<BrowserMapsOptions> configure, Action<IServiceCollection>? services = null, Action<WebApplication>? pipeline = null) =>
        BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o =>
        {
            o.Maps.Add("topo-v4");
            configure(o);
        }, services: services, pipeline: pipeline);

    private static Task FailForAsync(HttpContext context, string mapId, int status)
    {
        if (!context.Request.Path.Value!.Contains(mapId, StringComparison.Ordinal))
            return SendAsync(context);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"sprite":"http://{{context.Request.Host}}{{context.Request.Path.Value!.Replace("/style.json", "/sprite", StringComparison.Ordinal)}}"}""");
    }
}
