using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Tests.Support;
using MapTiler.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore.Tests.Cache;

public sealed class CachePolicyTests
{
    private const string Tile = "/maptiler/tiles/v3/0/0/0.pbf";

    private const string CacheControl = "public, max-age=60";

    [Fact]
    public void GetCacheControl_of_a_public_response_returns_the_value_of_MapTiler() => Assert.Equal(CacheControl, GetCacheControl(new DefaultHttpContext()));

    [Fact]
    public void GetCacheControl_of_a_request_with_an_Authorization_header_is_private()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = "Basic YTpi";

        Assert.Equal("max-age=60, private", GetCacheControl(context));
    }

    [Fact]
    public void GetCacheControl_of_an_endpoint_with_authorization_is_private_also_for_anonymous_callers()
    {
        var context = new DefaultHttpContext();
        context.SetEndpoint(new Microsoft.AspNetCore.Http.Endpoint(null, new EndpointMetadataCollection(new AuthorizeAttribute("from the office")), null));

        Assert.Equal("max-age=60, private", GetCacheControl(context));
    }

    [Theory]
    [InlineData(null, "private")]
    [InlineData("nonsense;", "no-store")]
    public void GetCacheControl_of_a_response_without_a_valid_value_is_private_or_no_store(string? cacheControl, string expected) =>
        Assert.Equal(expected, new CachePolicy(new BrowserMapsOptions(), hasKeyProvider: true).GetCacheControl(new DefaultHttpContext(), cacheControl));

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task GetCacheControl_with_RequireAuthorization_is_private(long cacheSize)
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
            services: services => services.AddAuthorization().AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderAuthenticationHandler>("test", null),
            pipeline: app => app.UseAuthentication().UseAuthorization(), endpoints: endpoints => endpoints.RequireAuthorization());

        using (var anonymous = await app.GetAsync(Tile))
            Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Empty(upstream.Requests);
        using var response = await app.GetAsync(Tile, ("X-User", "anna"));
        Assert.Equal("max-age=60, private", response.Headers.CacheControl!.ToString());
        using var withoutCacheControl = await app.GetAsync("/maptiler/tiles/v3/1/0/0.pbf", ("X-User", "anna"));
        Assert.True(withoutCacheControl.Headers.CacheControl is { Public: false, MaxAge: null } or { NoStore: true });
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task GetCacheControl_with_a_fallback_policy_or_a_key_provider_is_private(bool byFallbackPolicy, bool byKeys)
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
                services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderAuthenticationHandler>("test", null);
                if (byKeys)
                    services.AddKeyedSingleton<ApiKeyProvider, FixedKeyProvider>("");
            },
            pipeline: app => app.UseAuthentication().UseAuthorization());

        using var response = await app.GetAsync(Tile, byFallbackPolicy ? ("X-User", "anna") : ("X-Other", ""));

        Assert.Equal("max-age=60, private", response.Headers.CacheControl!.ToString());
    }

    private static string? GetCacheControl(HttpContext context) => new CachePolicy(new BrowserMapsOptions(), hasKeyProvider: false).GetCacheControl(context, CacheControl);

    private sealed class FixedKeyProvider : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new(Secrets.Key);
    }

    private sealed class HeaderAuthenticationHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-User"].ToString() is { Length: > 0 } user
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user)], "test")), "test"))
            : AuthenticateResult.NoResult());
    }
}
