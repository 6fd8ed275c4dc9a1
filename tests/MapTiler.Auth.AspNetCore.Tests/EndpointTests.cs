using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using MapTiler.Authentication;
using MapTiler.Emulator;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore.Tests;

public sealed class EndpointTests
{
    private const string Tile = "/maptiler/tiles/v3/0/0/0.pbf";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_that_asks_too_much_is_refused_and_others_are_not()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.SignedRedirect,
            services: services => services.AddRateLimiter(limiter => limiter.AddPolicy("maps", context => RateLimitPartition.GetFixedWindowLimiter(
                context.Request.Headers["X-Caller"].ToString(), _ => new FixedWindowRateLimiterOptions { PermitLimit = 2, Window = TimeSpan.FromDays(1) }))),
            pipeline: app => app.UseRateLimiter(), endpoints: endpoints => endpoints.RequireRateLimiting("maps"));

        foreach (var (caller, status) in new[] { ("a", 302), ("a", 302), ("a", 503), ("b", 302), ("a", 503) })
        {
            using var response = await app.GetAsync(Tile, ("X-Caller", caller));
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task Where_callers_have_to_sign_in_caches_on_the_way_keep_nothing(long cacheSize)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/x-protobuf";
            if (!context.Request.Path.Value!.Contains("/1/", StringComparison.Ordinal))
                context.Response.Headers.CacheControl = "public, max-age=60, s-maxage=600";
            return context.Response.WriteAsync("tile");
        });
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize,
            services: services => services.AddAuthorization().AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, Everybody>("test", null),
            pipeline: app => app.UseAuthentication().UseAuthorization(), endpoints: endpoints => endpoints.RequireAuthorization());

        using (var stranger = await app.GetAsync(Tile))
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Empty(upstream.Requests);
        using var response = await app.GetAsync(Tile, ("X-User", "anna"));
        Assert.Equal("max-age=60, private", response.Headers.CacheControl!.ToString());
        using var silent = await app.GetAsync("/maptiler/tiles/v3/1/0/0.pbf", ("X-User", "anna"));
        Assert.True(silent.Headers.CacheControl is { Public: false, MaxAge: null } or { NoStore: true });
    }

    [Fact]
    public async Task Two_accounts_and_a_group_have_addresses_of_their_own()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var name in new[] { "", "archive" })
        {
            builder.Services.AddMapTiler(name, o => (o.ServiceToken, o.BaseAddress) = (emulator.ServiceToken, emulator.BaseAddress)).AddBrowserMaps(o =>
            {
                o.Mode = BrowserMapsMode.Proxy;
                o.PublicAddress = new Uri("https://maps.example");
                o.Maps.Add(name.Length == 0 ? "streets-v4" : "satellite-v4");
            });
        }

        await using var app = builder.Build();
        app.MapMapTiler("/");
        app.MapGroup("/shop").MapMapTiler("maps/", "archive");
        await app.StartAsync(Cancel);
        using var browser = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };

        Assert.Equal("https://maps.example/maps/streets-v4/style.json", app.Services.GetRequiredService<BrowserMaps>().StyleUrl("streets-v4"));
        Assert.Equal("https://maps.example/shop/maps/maps/satellite-v4/style.json", app.Services.GetRequiredKeyedService<BrowserMaps>("archive").StyleUrl("satellite-v4"));
        Assert.Contains("https://maps.example/tiles/v4/", await browser.GetStringAsync("/maps/streets-v4/style.json", Cancel), StringComparison.Ordinal);
        Assert.Contains("https://maps.example/shop/maps/", await browser.GetStringAsync("/shop/maps/maps/satellite-v4/style.json", Cancel), StringComparison.Ordinal);
        foreach (var path in new[] { "/maps/satellite-v4/style.json", "/shop/maps/maps/streets-v4/style.json" })
        {
            using var response = await browser.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task Endpoints_of_what_was_not_registered_say_how_to_register_it()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        Assert.Contains("AddBrowserMaps", Assert.Throws<InvalidOperationException>(() => app.MapMapTiler("/maptiler")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("pattern", () => app.MapMapTiler(null!));
    }

    [Fact]
    public async Task An_account_has_one_address_without_parameters()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddMapTiler(o => o.ServiceToken = Secrets.Token).AddBrowserMaps(o => (o.PublicAddress, _) = (new Uri(BrowserApp.Public), o.Maps.Add("streets-v4")));
        await using var app = builder.Build();

        Assert.Throws<ArgumentException>("pattern", () => app.MapMapTiler("/{tenant}/maps"));
        app.MapMapTiler("/maptiler");
        Assert.Contains("mapped already", Assert.Throws<InvalidOperationException>(() => app.MapGroup("/embed").MapMapTiler("/maptiler")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_are_the_same_where_those_of_the_application_end_with_a_slash()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.SignedRedirect, services: services => services.AddRouting(routing => (routing.AppendTrailingSlash, routing.LowercaseUrls) = (true, true)));

        Assert.Equal("https://maps.example/base/maptiler/maps/streets-v4/style.json", app.Services.GetRequiredService<BrowserMaps>().StyleUrl("streets-v4"));
    }

    [Theory]
    [InlineData("/", "/maptiler/other", 200)]
    [InlineData("/", "/elevation/8", 200)]
    [InlineData("/maptiler", "/maptiler/elevation/8", 404)]
    [InlineData("/maptiler", "/other", 200)]
    public async Task The_rest_is_the_application_s(string pattern, string path, int status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddMapTiler(o => o.ServiceToken = Secrets.Token).AddBrowserMaps(o => (o.PublicAddress, _) = (new Uri(BrowserApp.Public), o.Maps.Add("streets-v4")));
        await using var app = builder.Build();
        app.MapMapTiler(pattern);
        app.MapFallback(() => "the page of the application");
        await app.StartAsync(Cancel);
        using var browser = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await browser.GetAsync(path, Cancel);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Where_only_some_may_see_a_map_no_metadata_need_say_so(bool byFallbackPolicy, bool byKeys)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync("tile");
        });
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy,
            services: services =>
            {
                services.AddAuthorization(o => o.FallbackPolicy = byFallbackPolicy ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build() : null);
                services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, Everybody>("test", null);
                if (byKeys)
                    services.AddKeyedSingleton<ApiKeyProvider, OneKey>("");
            },
            pipeline: app => app.UseAuthentication().UseAuthorization());

        using var response = await app.GetAsync(Tile, byFallbackPolicy ? ("X-User", "anna") : ("X-Nobody", ""));

        Assert.Equal("max-age=60, private", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_cache_of_whole_answers_keeps_none_of_these()
    {
        await using var upstream = await LoopbackServer.StartAsync(Answers.Brno);
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.SignedRedirect,
            services: services => services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Expire(TimeSpan.FromHours(1)))), pipeline: app => app.UseOutputCache());

        for (var i = 0; i < 2; i++)
            await app.GetTextAsync("/maptiler/geocoding/Brno.json");

        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task Headers_of_the_application_stay_also_on_a_failure()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, pipeline: app => app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            context.Response.Headers.Vary = "Cookie";
            return next();
        }));

        foreach (var path in new[] { Tile, "/maptiler/maps/streets-v4/style.json" })
        {
            using var response = await app.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.True(response.Headers.Contains("Content-Security-Policy"));
            Assert.Equal(["Cookie"], response.Headers.Vary);
        }
    }

    [Fact]
    public async Task A_token_that_is_taken_out_of_the_configuration_signs_no_more()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("MapTiler:ApiKey", Secrets.Key)]);
        var token = Secrets.Token;
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.SignedRedirect, account: o => o.ServiceToken = token, services: services => services.AddSingleton<IConfiguration>(configuration));
        using (var before = await app.GetAsync(Tile))
            Assert.Equal(HttpStatusCode.Found, before.StatusCode);

        token = null;
        ((IConfigurationRoot)configuration).Reload();

        using var response = await app.GetAsync(Tile);
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredService<BrowserMaps>().StaticMap("streets-v4", MapTiler.StaticMaps.StaticMapArea.Auto, new() { Markers = [new(new LngLat(8, 47))] }));
    }

    [Fact]
    public async Task A_search_box_finds_places_in_the_language_of_the_browser()
    {
        await using var upstream = await LoopbackServer.StartAsync(Answers.Brno);
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        foreach (var (path, target) in new[]
        {
            ("Brno.json?autocomplete=true&limit=5&language=cs,en&key=stolen&other=1", "/geocoding/Brno.json?autocomplete=true&language=cs,en&limit=5&key="),
            ("%C5%A0umavsk%C3%A1%205%2F3%3F.json", "/geocoding/%C5%A0umavsk%C3%A1%205%2F3%3F.json?key="),
            ("8.50,47.4.json", "/geocoding/8.5,47.4.json?key="),
            ("municipality.1.json?mtsid=5f", "/geocoding/municipality.1.json?mtsid=5f&key="),
        })
        {
            using var response = await app.GetAsync("/maptiler/geocoding/" + path, ("Accept-Language", "cs"));
            Assert.Equal(Answers.Brno, await response.Content.ReadAsStringAsync(Cancel));
            Assert.StartsWith(target, upstream.Requests[^1].Target, StringComparison.Ordinal);
            Assert.Equal("cs", upstream.Requests[^1].Headers["Accept-Language"]);
            Assert.Equal(["Accept-Encoding", "Accept-Language"], response.Headers.Vary);
        }
    }

    [Fact]
    public async Task A_small_gzip_that_unpacks_to_a_hundred_megabytes_is_given_up()
    {
        var bomb = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(bomb, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var megabytes = 0; megabytes < 100; megabytes++)
                await gzip.WriteAsync(new byte[1024 * 1024], Cancel);
        }

        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(bomb.ToArray()).AsTask();
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/style.json");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Contains("more than", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private sealed class OneKey : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new(Secrets.Key);
    }

    private sealed class Everybody(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-User"].ToString() is { Length: > 0 } user
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user)], "test")), "test"))
            : AuthenticateResult.NoResult());
    }
}
