using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests.Documents;

public sealed partial class MapDocumentsTests
{
    private const string Style = "/maptiler/maps/streets-v4/style.json";

    [Fact]
    public async Task ETag_of_a_style_depends_on_the_rewritten_style_and_not_on_the_headers_of_MapTiler()
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
    public async Task Session_of_a_request_is_passed_to_MapTiler_if_it_is_valid(string path)
    {
        await using var upstream = await LoopbackServer.StartAsync("{}");
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        await app.GetStringAsync(path + "?mtsid=5f");
        await app.GetStringAsync(path + "?mtsid=" + new string('a', 65));

        Assert.Equal([1, 0], upstream.Requests.Select(request => request.Count("mtsid")));
    }

    [Fact]
    public async Task Key_that_is_reloaded_from_the_configuration_is_removed_from_styles()
    {
        var (configuration, key) = (Configuration(), Secrets.Key);
        await using var upstream = await LoopbackServer.StartAsync($"\"{Secrets.OtherKey}\"");
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, account: o => (o.ServiceToken, o.ApiKey) = (null, key), services: services => services.AddSingleton<IConfiguration>(configuration));
        Assert.Equal($"\"{Secrets.OtherKey}\"", await app.GetStringAsync(Style));

        key = Secrets.OtherKey;
        ((IConfigurationRoot)configuration).Reload();

        Assert.Equal("\"***\"", await app.GetStringAsync(Style));
    }

    [Fact]
    public async Task Configuration_that_becomes_invalid_keeps_the_last_valid_one_in_use()
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
