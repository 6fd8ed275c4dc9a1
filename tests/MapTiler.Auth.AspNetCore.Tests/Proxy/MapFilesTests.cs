using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using MapTiler.Authentication;
using MapTiler.Emulator;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests.Proxy;

public sealed partial class MapFilesTests
{
    [Theory]
    [InlineData("maps/streets-v4/2/1/1.png")]
    [InlineData("maps/streets-v4/2/1/1@2x.webp")]
    [InlineData("maps/streets-v4/256/2/1/1.png")]
    [InlineData("maps/streets-v4/sprite.json")]
    [InlineData("maps/streets-v4/sprite@2x.png")]
    [InlineData("maps/streets-v4/static/8.5,47.4,4/100x80.png")]
    [InlineData("maps/streets-v4/static/auto/100x80@2x.png?markers=8.5,47.4%7C9.1,47.6&path=stroke:red%7C8.5,47.4%7C9.1,47.6")]
    [InlineData("tiles/v3/2/1/1.pbf")]
    [InlineData("tiles/terrain-rgb-v2/2/1/1.webp")]
    [InlineData("fonts/Noto%20Sans%20Regular/0-255.pbf")]
    public async Task SendAsync_redirects_to_a_signed_URL_that_MapTiler_accepts_without_fetching_the_file(string file)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var app = await BrowserApp.StartAsync(emulator, BrowserMapsMode.SignedRedirect, o => o.Tilesets.Add("terrain-rgb-v2"));
        using var anonymous = new HttpClient();

        using var response = await app.GetAsync("/maptiler/" + file);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("max-age=300, private", response.Headers.CacheControl!.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var location = response.Headers.Location!.OriginalString;
        Assert.StartsWith(emulator.BaseAddress + file.Split('?')[0], location, StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.ServiceToken.Split('_')[1], location, StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.ApiKey, location, StringComparison.Ordinal);
        Assert.Empty(emulator.Requests);
        using var fetched = await anonymous.GetAsync(new Uri(location), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendAsync_signs_with_the_token_that_the_provider_returns_for_the_tenant(bool hasToken)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var app = await BrowserApp.StartAsync(emulator.BaseAddress, BrowserMapsMode.SignedRedirect,
            account: o => o.ServiceToken = hasToken ? Secrets.Token : null, // of another account
            services: services => services.AddHttpContextAccessor().AddSingleton(new TenantTokens.Accounts { ["anna"] = emulator.ServiceToken }).AddMapTiler().UseServiceTokenProvider<TenantTokens>());
        using var anonymous = new HttpClient();

        using var redirect = await app.GetAsync("/maptiler/tiles/v3/2/1/1.pbf", ("X-Tenant", "anna"));
        using var map = await app.GetAsync("/maptiler/maps/streets-v4/static/8.5,47.4,4/100x80.png", ("X-Tenant", "anna"));
        using var failed = await app.GetAsync("/maptiler/tiles/v3/2/1/1.pbf", ("X-Tenant", "bert"));

        Assert.All([redirect, map], response => Assert.Equal(HttpStatusCode.Found, response.StatusCode));
        foreach (var response in new[] { redirect, map })
        {
            using var file = await anonymous.GetAsync(response.Headers.Location, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadGateway, failed.StatusCode);
        Assert.Null(failed.Headers.Location);
    }

    private sealed class TenantTokens(IHttpContextAccessor current, TenantTokens.Accounts tokens) : ServiceTokenProvider
    {
        public override ValueTask<ServiceToken> GetServiceTokenAsync(CredentialContext context, CancellationToken cancellationToken) =>
            new(ServiceToken.Parse(tokens[current.HttpContext!.Request.Headers["X-Tenant"].ToString()]));

        public sealed class Accounts : Dictionary<string, string>;
    }

    [Fact]
    public async Task SendAsync_of_a_HEAD_request_redirects_too()
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
    public async Task SendAsync_signs_no_parameter_of_the_caller_but_a_valid_session(string query, string expected)
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        using var response = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf" + query);

        Assert.StartsWith($"{upstream.BaseAddress}tiles/v3/0/0/0.pbf{expected}{Secrets.KeyId}&signature=", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_after_the_token_was_removed_from_the_configuration_is_a_bad_gateway()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("MapTiler:ApiKey", Secrets.Key)]);
        var token = Secrets.Token;
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.SignedRedirect, account: o => o.ServiceToken = token, services: services => services.AddSingleton<IConfiguration>(configuration));
        using (var before = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf"))
            Assert.Equal(HttpStatusCode.Found, before.StatusCode);

        token = null;
        ((IConfigurationRoot)configuration).Reload();

        using var response = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf");
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredService<BrowserMaps>().StaticMap("streets-v4", MapTiler.StaticMaps.StaticMapArea.Auto, new() { Markers = [new(new LngLat(8, 47))] }));
    }
}
