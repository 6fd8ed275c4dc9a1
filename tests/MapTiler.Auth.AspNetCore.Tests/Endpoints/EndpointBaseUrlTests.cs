using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore.Tests.Endpoints;

public sealed class EndpointBaseUrlTests
{
    [Fact]
    public async Task Value_does_not_depend_on_the_routing_options_of_the_application()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.SignedRedirect, services: services => services.AddRouting(routing => (routing.AppendTrailingSlash, routing.LowercaseUrls) = (true, true)));

        Assert.Equal("https://maps.example/base/maptiler/maps/streets-v4/style.json", app.Services.GetRequiredService<BrowserMaps>().StyleUrl("streets-v4"));
    }

    [Theory]
    [InlineData("localhost:5000", 200, "http://localhost:5000/maptiler/tiles/v4/tiles.json")]
    [InlineData("127.0.0.1", 200, "http://127.0.0.1/maptiler/tiles/v4/tiles.json")]
    [InlineData("[::1]:8080", 200, "http://[::1]:8080/maptiler/tiles/v4/tiles.json")]
    [InlineData("evil.example", 400, "PublicUrl is not set")]
    [InlineData("localhost.evil.example", 400, "PublicUrl is not set")]
    public async Task Get_without_a_PublicUrl_in_Development_is_the_URL_of_a_request_for_localhost(string host, int status, string expected)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync($$"""{"url":"http://{{context.Request.Host}}/tiles/v4/tiles.json"}""");
        });
        await using var app = await StartAsync(upstream, "Development");

        using var other = await app.GetAsync("/maptiler/maps/streets-v4/style.json", ("Host", "localhost:1"));
        using var response = await app.GetAsync("/maptiler/maps/streets-v4/style.json", ("Host", host));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("/maptiler/maps/streets-v4/style.json", app.Services.GetRequiredService<BrowserMaps>().StyleUrl("streets-v4"));
    }

    [Fact]
    public async Task Application_without_a_PublicUrl_does_not_start_outside_Development()
    {
        await using var upstream = await LoopbackServer.StartAsync();

        await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(upstream, "Production"));
    }

    private static Task<BrowserApp> StartAsync(LoopbackServer upstream, string environment) => BrowserApp.StartAsync(
        upstream.BaseAddress, BrowserMapsMode.Proxy, o => (o.PublicUrl, o.CacheSize) = (null, 1_000_000),
        services: services => services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory }));
}
