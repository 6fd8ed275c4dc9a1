using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests;

public sealed class DocumentTests
{
    private const string Style = "/maptiler/maps/streets-v4/style.json";

    [Fact]
    public async Task A_browser_knows_a_style_by_a_tag_of_what_was_rewritten_alone()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"upstream\"";
            context.Response.Headers.LastModified = "Mon, 02 Nov 2026 10:00:00 GMT";
            return SendAsync(context, $"\"http://{context.Request.Host}/tiles/v3/tiles.json\"");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        using var first = await app.GetAsync(Style);
        Assert.NotEqual("\"upstream\"", first.Headers.ETag!.Tag);
        Assert.Equal(["Accept-Encoding"], first.Headers.Vary);
        foreach (var (name, value, status) in new[]
        {
            ("If-None-Match", first.Headers.ETag.ToString(), HttpStatusCode.NotModified), ("If-None-Match", "\"upstream\"", HttpStatusCode.OK), ("If-Modified-Since", "Tue, 03 Nov 2026 10:00:00 GMT", HttpStatusCode.OK),
        })
        {
            using var response = await app.GetAsync(Style, (name, value));
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Theory]
    [InlineData(Style)]
    [InlineData("/maptiler/tiles/v3/tiles.json")]
    [InlineData("/maptiler/data/d1/features.json")]
    public async Task The_session_that_is_billed_goes_on(string path)
    {
        await using var upstream = await LoopbackServer.StartAsync("{}");
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        await app.GetTextAsync(path + "?mtsid=5f");
        await app.GetTextAsync(path + "?mtsid=" + new string('a', 65));

        Assert.Equal([1, 0], upstream.Requests.Select(request => request.Count("mtsid")));
    }

    [Fact]
    public async Task A_key_that_is_new_in_the_configuration_stays_out_of_styles_as_well()
    {
        var (configuration, key) = (Configuration(), Secrets.Key);
        await using var upstream = await LoopbackServer.StartAsync($"\"{Secrets.OtherKey}\"");
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, account: o => (o.ServiceToken, o.ApiKey) = (null, key), services: services => services.AddSingleton<IConfiguration>(configuration));
        Assert.Equal($"\"{Secrets.OtherKey}\"", await app.GetTextAsync(Style));

        key = Secrets.OtherKey;
        ((IConfigurationRoot)configuration).Reload();

        Assert.Equal("\"***\"", await app.GetTextAsync(Style));
    }

    [Fact]
    public async Task A_configuration_that_becomes_wrong_leaves_the_last_one_in_force()
    {
        var (configuration, token) = (Configuration(), Secrets.Token);
        await using var upstream = await LoopbackServer.StartAsync("{}");
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.SignedRedirect, account: o => o.ServiceToken = token, services: services => services.AddSingleton<IConfiguration>(configuration));
        using (await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf")) { }

        token = "no token";
        Assert.Throws<AggregateException>(((IConfigurationRoot)configuration).Reload);

        using var response = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf");
        Assert.Contains(Secrets.KeyId, response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static ConfigurationManager Configuration()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("MapTiler:UserAgent", "test")]);
        return configuration;
    }

    private static Task SendAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
