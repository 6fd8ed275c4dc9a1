using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests.Cache;

public sealed class CacheKeysTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_for_two_accounts_with_a_shared_distributed_cache_separates_their_responses()
    {
        await using var upstream = await LoopbackServer.StartAsync(RespondAsync);
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000,
            services: services =>
            {
                services.AddSingleton<IDistributedCache>(new SharedCache());
                services.AddMapTiler("archive", o => (o.ApiKey, o.BaseAddress) = (Secrets.OtherKey, upstream.BaseAddress)).AddBrowserMaps(o =>
                    (o.Mode, o.PublicUrl, o.CacheSize, _) = (BrowserMapsMode.Proxy, new Uri(BrowserApp.PublicUrl), 1_000_000, o.Tilesets.Add("v3")));
            },
            pipeline: app => app.MapMapTiler("/archive", "archive"));

        foreach (var path in new[] { "/maptiler", "/archive", "/maptiler", "/archive" })
            Assert.Equal("{}", await app.GetStringAsync(path + "/tiles/v3/0/0/0.pbf"));

        Assert.Equal(2, upstream.Requests.Count);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "")]
    [InlineData("a:file:https://h/", "a%3Afile%3Ahttps%3A%2F%2Fh%2F")]
    public void Create_for_two_tenants_returns_different_keys(string one, string other)
    {
        Assert.NotEqual(CreateKey(one, ":file:", "https://h/tiles/v3/0/0/0.pbf"), CreateKey(other, ":file:", "https://h/tiles/v3/0/0/0.pbf"));
        Assert.NotEqual(CreateKey(one, ":file:", "https://h/" + new string('a', 5000)), CreateKey(other, ":file:", "https://h/" + new string('a', 5000)));
    }

    [Fact]
    public void Create_for_a_tenant_name_that_looks_like_a_URL_returns_a_different_key() =>
        Assert.NotEqual(CreateKey("a:file:https://h/x", ":file:", "https://h/"), CreateKey("a", ":file:", "https://h/x:file:https://h/"));

    [Fact]
    public void Create_returns_a_key_without_the_tenant_and_the_location()
    {
        var key = CreateKey("anna@shop.example", ":file:", "https://h/geocoding/Brno.json");

        Assert.DoesNotContain("anna", key, StringComparison.Ordinal);
        Assert.DoesNotContain("Brno", key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_for_a_long_URL_returns_a_key_that_the_cache_accepts()
    {
        await using var upstream = await LoopbackServer.StartAsync(RespondAsync);
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);

        for (var i = 0; i < 2; i++)
            await app.GetStringAsync($"/maptiler/maps/streets-v4/static/auto/10x10.png?path={new string('1', 5000)}");

        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Searches_in_two_languages_are_cached_separately()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync($"\"{context.Request.Headers.AcceptLanguage}\"");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect, o => o.CacheSize = 1_000_000);

        foreach (var language in new[] { "cs", "en", "cs", "en" })
        {
            using var response = await app.GetAsync("/maptiler/geocoding/Brno.json", ("Accept-Language", language));
            Assert.Equal($"\"{language}\"", await response.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task Styles_of_applications_with_different_public_URLs_are_cached_separately()
    {
        var shared = new SharedCache();
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync($"\"http://{context.Request.Host}/tiles/v3/tiles.json\"");
        });

        foreach (var publicUrl in new[] { "https://one.example/", "https://other.example/" })
        {
            await using var app = await BrowserApp.StartAsync(
                upstream.BaseAddress, BrowserMapsMode.Proxy, o => (o.CacheSize, o.PublicUrl) = (1_000_000, new Uri(publicUrl)), services: services => services.AddSingleton<IDistributedCache>(shared));
            Assert.Equal($"\"{publicUrl}maptiler/tiles/v3/tiles.json\"", await app.GetStringAsync("/maptiler/maps/streets-v4/style.json"));
        }
    }

    private static string CreateKey(string tenant, string kind, string url) =>
        new CacheKeys("", new BrowserMapsOptions { TenantSelector = _ => tenant }).Create(new DefaultHttpContext(), kind, new Uri(url));

    private static Task RespondAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "public, max-age=60";
        return context.Response.WriteAsync("{}");
    }
}
